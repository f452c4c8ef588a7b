import { mayRun } from '../../../domain/commands.ts'
import { type Entry, holdsSeat } from '../../../domain/entry.ts'
import { addDays } from '../../../domain/time.ts'
import type { TableRows } from '../oracle/table-rows.ts'
import { ATTENDANCE_WORK, attendanceDraws } from './attendance-work.ts'
import type { Chance } from './chance.ts'
import { CHEQUE_WORK, chequeDraws } from './cheque-work.ts'
import { CREDIT_WORK, creditDraws } from './credit-work.ts'
import { DESK_WORK, deskWorkDraws, PAPER_WORK } from './desk-work.ts'
import { type Click, type Drawn, nameOf, one, type Screen } from './draw.ts'
import { hasAttendance, hasCheques, hasCredits, hasDeskWork, hasPapers, hasStatements } from './plan.ts'
import { STATEMENT_WORK, statementDraws } from './statement-work.ts'

export const KINDS = {
  prevalidate: 30,
  prevalidateMany: 5,
  refuse: 8,
  takeFee: 22,
  pay: 8,
  confirm: 9,
  receipt: 5,
  takeBack: 6,
  correct: 5,
  seats: 14,
  creditNote: 3,
  settle: 6,
  remove: 6,
  extend: 4,
  propose: 3,
  correctName: 5,
  changeAddress: 4,
  askDataCheck: 5,
  chain: 6,
  unreadableChain: 1,
}

/** A word that no database of HQ's can hold: HQ will never be able to read the command. */
const UNREADABLE = 'a\u0000b'

/** @param focus the request that this desk worked on last: people come back to it @param wanted a click of this kind on it, if it can be @param kinds how often each */
export function drawClick(
  chance: Chance,
  view: TableRows,
  today: string,
  focus: string | null,
  { wanted = null, kinds = ORDINARY }: { wanted?: keyof typeof KINDS | null; kinds?: Kinds } = {},
): Click | null {
  const operators = view.sorted('operator').filter(({ active }) => active)
  // A reader may do nothing: one sits down rarely.
  const operator = chance.pick(chance.once(15) ? operators : operators.filter(({ role }) => role !== 'reader'))
  if (!operator) return null
  const click = draws[wanted ?? chance.weighted<Kind>(kinds)](chance, {
    view,
    today,
    focus: wanted || chance.once(3) ? focus : null,
  })
  if (!click) return null
  // What a centre decides of itself is for those who may: a secretary tries rarely.
  const manager = operators.find(({ role }) => role === 'manager')
  const mayNot = click.drafts.some(({ name }) => !mayRun(name, operator.role))
  const asks = kinds === ORDINARY || !mayNot || !manager || chance.once(6) ? operator : manager
  return { operator: asks, ...click }
}

const RARE_WORK = {
  ...{ ...DESK_WORK, ...PAPER_WORK, ...CHEQUE_WORK, ...STATEMENT_WORK, ...CREDIT_WORK },
  ...ATTENDANCE_WORK,
}
type Kind = keyof typeof KINDS | keyof typeof RARE_WORK
type Kinds = Record<Kind, number>

/** What nobody does but on a day of desk work, of papers, of cheques, of bank statements, of credits or of attendance. */
const NONE_OF_IT = Object.fromEntries(Object.keys(RARE_WORK).map((kind) => [kind, 0])) as Record<
  keyof typeof RARE_WORK,
  number
>
const ORDINARY: Kinds = { ...KINDS, ...NONE_OF_IT }

/** What people do on the day of a seed. */
export function kindsOf(seed: number): Kinds {
  if (hasAttendance(seed)) return { ...ORDINARY, ...ATTENDANCE_WORK }
  if (hasPapers(seed)) return { ...ORDINARY, ...PAPER_WORK }
  if (hasStatements(seed)) return { ...ORDINARY, ...CHEQUE_WORK, ...STATEMENT_WORK }
  if (hasCredits(seed)) return { ...ORDINARY, ...CREDIT_WORK }
  if (hasCheques(seed)) return { ...ORDINARY, ...CHEQUE_WORK }
  return hasDeskWork(seed) ? { ...ORDINARY, ...DESK_WORK } : ORDINARY
}

type Draw = (chance: Chance, screen: Screen) => Drawn

const draws: { [K in Kind]: Draw } = {
  ...deskWorkDraws,
  ...chequeDraws,
  ...statementDraws,
  ...creditDraws,
  ...attendanceDraws,
  prevalidate: (chance, { view, focus }) => {
    const draft = ofRequest(chance, { view, focus }, 'requested')
    return draft && one('entry.prevalidate', draft, `pre-validates ${nameOf(view, draft.entryIds)}`)
  },
  prevalidateMany: (chance, { view, focus }) => {
    const drafts = Array.from({ length: 2 + chance.below(2) }, () =>
      ofRequest(chance, { view, focus }, 'requested'),
    ).flatMap((draft) => draft ?? [])
    if (drafts.length === 0) return null
    const told = `pre-validates ${drafts.map(({ entryIds }) => nameOf(view, entryIds)).join(', ')} in one click`
    return { drafts: drafts.map((args) => ({ name: 'entry.prevalidate' as const, args })), told }
  },
  refuse: (chance, { view, focus }) => {
    const draft = ofRequest(chance, { view, focus }, 'requested')
    if (!draft) return null
    const text = chance.once(10) ? UNREADABLE : chance.once(4) ? 'Complet' : null
    const args = { ...draft, reason: text === null ? 'full' : 'other', text }
    const told = `refuses ${nameOf(view, draft.entryIds)}${text === UNREADABLE ? ', in words that HQ cannot read' : ''}`
    return one('entry.refuse', args, told)
  },
  takeFee: (chance, { view, today, focus }) => {
    const draft = ofRequest(chance, { view, focus }, 'prevalidated')
    const payment = draft && paymentOf(chance, view, draft.entryIds, today)
    if (!payment) return null
    const told = `takes ${payment.amount} from ${nameOf(view, draft.entryIds)}, confirms and gives a receipt`
    return {
      drafts: [
        { name: 'payment.record', args: payment },
        { name: 'entry.confirm', args: { entryIds: draft.entryIds }, after: [0] },
        { name: 'receipt.issue', args: { paymentId: null }, after: [0] },
      ],
      told,
    }
  },
  pay: (chance, { view, today, focus }) => {
    const draft = ofRequest(chance, { view, focus }, chance.once(2) ? 'requested' : 'prevalidated')
    const payment = draft && paymentOf(chance, view, draft.entryIds, today)
    return payment && one('payment.record', payment, `takes ${payment.amount} from ${nameOf(view, draft.entryIds)}`)
  },
  confirm: (chance, { view, focus }) => {
    const draft = ofRequest(chance, { view, focus }, 'prevalidated')
    return draft && one('entry.confirm', { entryIds: draft.entryIds }, `confirms ${nameOf(view, draft.entryIds)}`)
  },
  receipt: (chance, { view }) => {
    const payment = chance.pick(view.sorted('payment'))
    return payment
      ? one('receipt.issue', { paymentId: payment.id }, `gives a receipt for a payment of ${payment.amount}`)
      : null
  },
  creditNote: (chance, { view }) => {
    const receipt = chance.pick(view.sorted('receipt'))
    const args = { receiptId: receipt?.id ?? '', reason: 'Erreur de nom' }
    return receipt ? one('credit-note.issue', args, `corrects receipt ${receipt.number} by a credit note`) : null
  },
  /** A mistyped payment: taken back and recorded again, for the same entries. */
  correct: (chance, { view }) => {
    const receipted = new Set(view.list('receipt').map(({ paymentId }) => paymentId))
    const payment = chance.pick(view.sorted('payment').filter(({ id }) => !receipted.has(id)))
    if (!payment) return null
    const { id, recordedAt: _at, recordedBy: _by, ...again } = payment
    return {
      drafts: [
        { name: 'payment.void', args: { paymentId: id, reason: 'Mode mal tapé' } },
        { name: 'payment.record', args: { ...again, method: 'cheque' } },
      ],
      told: `takes back a payment of ${payment.amount} and records it again`,
    }
  },
  takeBack: (chance, { view }) => {
    const payment = chance.pick(view.sorted('payment'))
    const args = { paymentId: payment?.id ?? '', reason: 'Montant mal tapé' }
    return payment ? one('payment.void', args, `takes back a payment of ${payment.amount}`) : null
  },
  seats: (chance, { view }) => {
    const draft = seatsOf(chance, view)
    return draft && one('offering.set-seats', draft, `sets ${draft.offeringId} to ${draft.seats} seats`)
  },
  settle: (chance, { view }) => {
    const item = chance.pick(view.sorted('reviewItem'))
    return item ? one('review.settle', { reviewItemId: item.id }, `settles a line of À revoir (${item.code})`) : null
  },
  remove: (chance, { view, focus }) => {
    const draft = ofRequest(chance, { view, focus }, chance.once(2) ? 'requested' : 'prevalidated')
    const args = { ...draft, reason: 'mistake', text: null }
    return draft && one('entry.remove', args, `removes ${nameOf(view, draft.entryIds)}`)
  },
  extend: (chance, { view, today, focus }) => {
    const draft = ofRequest(chance, { view, focus }, 'prevalidated')
    const deadlineOn = addDays(today, 1 + chance.below(35))
    const args = { ...draft, deadlineOn, reason: 'Chèque en route' }
    return draft && one('entry.extend', args, `gives ${nameOf(view, draft.entryIds)} until ${deadlineOn}`)
  },
  propose: (chance, { view, focus }) => {
    const draft = ofRequest(chance, { view, focus }, 'requested')
    const [entryId = ''] = draft?.entryIds ?? []
    const offering = chance.once(4) ? null : chance.pick(view.sorted('offering'))
    if (!draft || offering === undefined) return null
    const args = { requestId: draft.requestId, entryId, offeringId: offering?.id ?? null }
    return one(
      'entry.propose-offering',
      args,
      `proposes ${offering?.id ?? 'nothing more'} to ${nameOf(view, [entryId])}`,
    )
  },
  /** Who somebody is, on what this screen shows of them: another PC may have corrected the same name. */
  correctName: (chance, { view, focus }) => {
    const candidate = candidateOf(chance, { view, focus })
    if (!candidate) return null
    const { requestId, id: candidateId } = candidate
    const to = `${candidate.birthName} ${chance.pick(['Le', 'De', 'Du'])}`.slice(-60)
    const changes = { birthName: { from: candidate.birthName, to } }
    const args = { requestId, candidateId, changes, proof: 'passport', proofText: null }
    return one('candidate.correct', args, `corrects ${candidate.birthName} (${requestId.split('-').at(-1)}) to ${to}`)
  },
  /** Another PC, or another centre, may have announced another address for the same person. */
  changeAddress: (chance, { view, focus }) => {
    const candidate = candidateOf(chance, { view, focus })
    if (!candidate) return null
    const { requestId, id: candidateId, email: from } = candidate
    const email = chance.once(10) ? from : `new-${chance.below(99)}@example.org`
    const args = { requestId, candidateId, from, email, proof: 'passport', proofText: null }
    const told = `announces ${email} for ${candidate.birthName} (${requestId.split('-').at(-1)})`
    return one('candidate.change-address', args, told)
  },
  /** The one decision that adds a row: refused, or taken back, it leaves none. With nobody to ask yet, somebody is given a seat first. */
  askDataCheck: (chance, { view, focus }) => {
    const session = chance.pick(view.sorted('examSession'))
    if (!session) return null
    const ask = { name: 'data-check.ask' as const, args: { sessionId: session.id } }
    const told = `asks everybody of ${session.id} to check their data`
    const draft = ofRequest(chance, { view, focus }, 'requested')
    if (!draft || view.list('entry').some(({ status }) => holdsSeat(status))) return { drafts: [ask], told }
    return {
      drafts: [
        { name: 'entry.prevalidate', args: draft },
        { ...ask, after: [0] },
      ],
      told: `pre-validates ${nameOf(view, draft.entryIds)} and, if that holds, ${told}`,
    }
  },
  /** HQ will read neither. */
  unreadableChain: (chance, { view, focus }) => {
    const draft = ofRequest(chance, { view, focus }, 'requested')
    const seats = seatsOf(chance, view)
    if (!draft || !seats) return null
    return {
      drafts: [
        { name: 'entry.refuse', args: { ...draft, reason: 'other', text: UNREADABLE } },
        { name: 'offering.set-seats', args: seats, after: [0] },
      ],
      told: `refuses ${nameOf(view, draft.entryIds)} in words that HQ cannot read and, if that holds, sets ${seats.offeringId} to ${seats.seats} seats`,
    }
  },
  /** Two decisions in one click, the second naming the first. */
  chain: (chance, { view, focus }) => {
    const draft = ofRequest(chance, { view, focus }, 'requested')
    const seats = seatsOf(chance, view)
    if (!draft || !seats) return null
    const confirms = chance.once(2)
    const first = { name: 'entry.prevalidate' as const, args: draft }
    const second = confirms
      ? { name: 'entry.confirm' as const, args: { entryIds: draft.entryIds }, after: [0] }
      : { name: 'offering.set-seats' as const, args: seats, after: [0] }
    const then = confirms ? 'confirms' : `sets ${seats.offeringId} to ${seats.seats} seats`
    return {
      drafts: [first, second],
      told: `pre-validates ${nameOf(view, draft.entryIds)} and, if that holds, ${then}`,
    }
  },
}

/** A request with entries in this state, now and then any request; all of its entries, or some. */
function ofRequest(
  chance: Chance,
  { view, focus }: Pick<Screen, 'view' | 'focus'>,
  status: Entry['status'],
): { requestId: string; entryIds: string[] } | null {
  const all = view.sorted('entry')
  const wanted = chance.once(7) ? all : all.filter((entry) => entry.status === status)
  const again = wanted.filter((entry) => entry.requestId === focus)
  const entry = chance.pick(again.length > 0 ? again : wanted)
  if (!entry) return null
  const { requestId } = entry
  const siblings = wanted.filter((other) => other.requestId === requestId)
  return { requestId, entryIds: chance.once(3) ? [entry.id] : siblings.map(({ id }) => id) }
}

/** Somebody of whom this desk has a request, with that request. */
function candidateOf(chance: Chance, { view, focus }: Pick<Screen, 'view' | 'focus'>) {
  const request = view.get('request', focus) ?? chance.pick(view.sorted('request'))
  const candidate = request && view.get('candidate', request.candidateId)
  return candidate ? { ...candidate, requestId: request.id } : null
}

function paymentOf(chance: Chance, view: TableRows, entryIds: readonly string[], today: string) {
  const entries = entryIds.flatMap((id) => view.get('entry', id) ?? [])
  const [first] = entries
  if (!first) return null
  const part = chance.once(6) ? 0.5 : 1
  const allocations = entries.map(({ id, feeAmount }) => ({ entryId: id, amount: feeAmount * part }))
  const due = allocations.reduce((sum, { amount }) => sum + amount, 0)
  const organisationId = view.get('request', first.requestId)?.organisationId
  const pays =
    organisationId && chance.once(2)
      ? { kind: 'organisation', id: organisationId }
      : { kind: 'candidate', id: first.candidateId }
  return {
    sessionId: first.sessionId,
    payer: pays,
    method: chance.pick(['cheque', 'card', 'cash'] as const) ?? 'card',
    amount: due + (chance.once(12) ? 60_000 : 0),
    currency: first.currency,
    receivedOn: today,
    reference: chance.once(14) ? UNREADABLE : null,
    allocations,
  }
}

function seatsOf(chance: Chance, view: TableRows): { offeringId: string; seats: number } | null {
  const offering = chance.pick(view.sorted('offering'))
  return offering
    ? { offeringId: offering.id, seats: Math.max(0, offering.seats + (chance.pick([-2, -1, -1, 1, 2]) ?? 1)) }
    : null
}
