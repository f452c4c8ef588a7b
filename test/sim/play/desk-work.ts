import { bouncedOf, standingEnds } from '../../../domain/cheque.ts'
import { dueOf } from '../../../domain/entry-groups.ts'
import { addDays } from '../../../domain/time.ts'
import type { TableRows } from '../oracle/table-rows.ts'
import type { Chance } from './chance.ts'
import { type Drawn, nameOf, one, type Screen } from './draw.ts'

/** What a centre decides of itself, notes and reminds: on one day in four, so that the others are what they were. */
export const DESK_WORK = {
  openOffering: 5,
  openAndSit: 3,
  turnOffering: 7,
  setSitting: 8,
  cancelSitting: 4,
  setTexts: 8,
  setClosedDays: 8,
  noteCall: 8,
  remind: 12,
}

/** Papers, on days of their own, for the same reason. */
export const PAPER_WORK = { issuePapers: 20 }

/** Where one is chosen: HQ's dates, and one that is none of them. */
const DATES = ['2027-01-18', '2027-01-19', '2027-01-25'] as const
const ROOMS = ['A', 'B'] as const

type Kind = keyof typeof DESK_WORK | keyof typeof PAPER_WORK

export const deskWorkDraws: { [K in Kind]: (chance: Chance, screen: Screen) => Drawn } = {
  openOffering: (chance, { view }) => {
    const made = madeOf(chance, view)
    return made && one('offering.open', { made }, `opens ${made.softwareIds.join(' and ')} with ${made.seats} seats`)
  },
  /** The second leans on the first: it falls with it. */
  openAndSit: (chance, { view }) => {
    const made = madeOf(chance, view)
    const offeringId = `opened-${chance.below(9999)}`
    return (
      made && {
        drafts: [
          { name: 'offering.open', args: { offeringId, made } },
          { name: 'sitting.set', args: { offeringId, ...placeOf(chance) }, after: [0] },
        ],
        told: `opens ${made.softwareIds.join(' and ')} and, if that holds, says when it is sat`,
      }
    )
  },
  turnOffering: (chance, { view }) => {
    const offering = chance.pick(view.sorted('offering'))
    if (!offering) return null
    const opens = chance.once(8) ? offering.open : !offering.open
    return opens
      ? one('offering.open', { offeringId: offering.id, made: null }, `opens ${offering.id} again`)
      : one('offering.close', { offeringId: offering.id }, `closes ${offering.id}`)
  },
  setSitting: (chance, { view }) => {
    const place = placeOf(chance)
    const sitting = chance.once(2) ? chance.pick(view.sorted('sitting')) : undefined
    const offering = sitting ? { id: sitting.offeringId } : chance.pick(view.sorted('offering'))
    if (!offering) return null
    const args = sitting
      ? {
          sittingId: sitting.id,
          from: { heldOn: sitting.heldOn, startsAtLocal: sitting.startsAtLocal, room: sitting.room },
        }
      : {}
    const told = `${sitting ? 'moves a sitting' : 'adds a sitting'} of ${offering.id} to ${place.heldOn}, room ${place.room}`
    return one('sitting.set', { ...args, offeringId: offering.id, ...place }, told)
  },
  cancelSitting: (chance, { view }) => {
    const sitting = chance.pick(view.sorted('sitting'))
    if (!sitting) return null
    const { id: sittingId, heldOn, startsAtLocal, room } = sitting
    const told = `calls off the sitting of ${heldOn}, room ${room}`
    return one('sitting.cancel', { sittingId, from: { heldOn, startsAtLocal, room } }, told)
  },
  setTexts: (chance, { view }) => {
    const [settings] = view.sorted('centreSettings')
    if (!settings) return null
    const texts = {
      paymentTerms: `Par virement ${chance.below(4)}.`,
      vatWording: `Exonéré ${chance.below(3)}`,
      activity: chance.once(3) ? null : { number: `5335000003${chance.below(3)}`, region: 'Bretagne' },
    }
    const field = chance.weighted({ paymentTerms: 3, vatWording: 2, activity: 2 })
    const change = { from: settings[field], to: texts[field] }
    return one('centre.set-texts', { changes: { [field]: change } }, `changes the centre’s ${field}`)
  },
  setClosedDays: (chance, { view, today }) => {
    const [settings] = view.sorted('centreSettings')
    if (!settings) return null
    const { closedDays, goodFriday, deadlineReading } = settings
    const added = [addDays(today, 1 + chance.below(9))]
    const removed = chance.once(3) ? closedDays.slice(0, 1).filter((day) => !added.includes(day)) : []
    const changes = {
      days: { closedDays: { added, removed } },
      friday: { goodFriday: { from: goodFriday, to: !goodFriday } },
      reading: { deadlineReading: { from: deadlineReading, to: deadlineReading === 'A' ? 'B' : 'A' } },
    }
    const what = chance.weighted({ days: 4, friday: 1, reading: 2 })
    const told =
      what === 'days' ? `closes the centre on ${added.join()}` : `changes how deadlines are counted (${what})`
    return one('centre.set-closed-days', { changes: changes[what] }, told)
  },
  noteCall: (chance, { view }) => {
    const candidate = chance.pick(view.sorted('candidate'))
    const args = { candidateId: candidate?.id ?? '', means: 'phone', text: `Rappelle à ${8 + chance.below(9)} h.` }
    return candidate
      ? one('call.note', args, `notes a call of ${candidate.birthName} (${candidate.id.split('-').at(-1)})`)
      : null
  },
  issuePapers: (chance, { view }) => {
    const requests = view.sorted('request')
    const asked = new Set(Array.from({ length: 1 + chance.below(3) }, () => chance.pick(requests)))
    const papers = [...asked].flatMap((request) => {
      const candidate = view.get('candidate', request?.candidateId ?? null)
      if (!request || !candidate) return []
      const { id: requestId, sessionId, candidateId } = request
      // JSON that is a text: a cell that reads like an object, the oracle takes for one.
      const content = JSON.stringify(`Salle ${chance.pick(ROOMS) ?? 'A'}`)
      const version = 1 + chance.below(3)
      const recipient = candidate.birthName
      return [{ kind: 'convocation', means: 'print', sessionId, candidateId, requestId, version, content, recipient }]
    })
    const told = `issues ${papers.map(({ recipient, version }) => `${recipient} version ${version}`).join(', ')}`
    return papers.length > 0 ? one('paper.issue', { papers }, told) : null
  },
  remind: (chance, { view, focus }) => {
    const ends = standingEnds(view.list('chequeEnd'), view.list('chequeEndVoid'))
    const fallen = new Set([...view.list('paymentVoid').map(({ paymentId }) => paymentId), ...bouncedOf(ends)])
    const paid = view.list('payment').flatMap(({ id, allocations }) => (fallen.has(id) ? [] : allocations))
    const due = view.sorted('entry').filter((entry) => {
      const all = paid.reduce((sum, { entryId, amount }) => (entryId === entry.id ? sum + amount : sum), 0)
      return chance.once(9) || dueOf({ ...entry, paid: all }) > 0
    })
    const entry = chance.pick(due.filter(({ requestId }) => requestId === focus)) ?? chance.pick(due)
    if (!entry) return null
    const means = chance.once(4) ? 'phone' : 'mail'
    return one(
      'reminder.sent',
      { requestId: entry.requestId, entryIds: [entry.id], means },
      `reminds ${nameOf(view, [entry.id])} by ${means}`,
    )
  },
}

function madeOf(chance: Chance, view: TableRows) {
  const exam = chance.pick(view.sorted('exam'))
  const sets = [['sage'], ['excel'], ['sage', 'excel'], ['excel', 'sage'], ['ciel', 'excel']]
  const softwareIds = chance.pick(sets)
  return exam && softwareIds
    ? { sessionId: exam.sessionId, examId: exam.id, softwareIds, seats: chance.below(3) }
    : null
}

function placeOf(chance: Chance) {
  const heldOn = chance.pick(chance.once(6) ? DATES : DATES.slice(0, 2)) ?? DATES[0]
  return { heldOn, startsAtLocal: chance.once(2) ? '09:00' : '14:00', room: chance.pick(ROOMS) ?? 'A' }
}
