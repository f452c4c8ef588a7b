import { answeredOf } from '../../../domain/cheque.ts'
import type { CommandArgs, CommandFacts, CommandName } from '../../../domain/commands.ts'
import { ruleOf } from '../../../domain/commands.ts'
import { creditNoteNumber } from '../../../domain/credit-note.ts'
import { type Circumstances, type Decision, judge, type Place } from '../../../domain/decision.ts'
import { type Entry, holdsSeat } from '../../../domain/entry.ts'
import type { Payment } from '../../../domain/payment.ts'
import { receiptNumber } from '../../../domain/payment.ts'
import type { TableRows } from './table-rows.ts'

/** The rules' facts, read from rows in memory: the third way beside the desk's SQL and HQ's, and the plainest. */

/** `ownSeries`: whether a receipt series is that of the device that made the command, under whichever identity. */
type Known = { centreId: string; ownSeries: (series: string) => boolean; place: Place }
type FactsOf = { [N in CommandName]: (rows: TableRows, known: Known, args: CommandArgs<N>) => CommandFacts[N] | null }

const factsOf: FactsOf = {
  'entry.prevalidate': seatFacts,
  'entry.reinstate': (...asked) => {
    const facts = seatFacts(...asked)
    // One centre's rows do not tell what the candidate asked elsewhere; nobody in the simulation does.
    return facts && { ...facts, liveOtherwise: new Set() }
  },
  'entry.refuse': (rows, _known, { entryIds }) => ({ entries: entriesOf(rows, entryIds) }),
  'entry.propose-offering': (rows, _known, { entryId, offeringId }) => ({
    entry: rows.get('entry', entryId),
    offering: rows.get('offering', offeringId),
  }),
  'entry.remove': (rows, _known, { entryIds }) => ({ entries: entriesOf(rows, entryIds) }),
  'entry.release': (rows, _known, { entryIds }) => ({
    entries: entriesOf(rows, entryIds),
    allocated: allocatedTo(rows, entryIds),
  }),
  'entry.extend': (rows, { centreId }, { entryIds }) => {
    const centre = rows.get('centre', centreId)
    const settings = rows.get('centreSettings', centreId)
    return centre && settings && { centre, settings, entries: entriesOf(rows, entryIds) }
  },
  'candidate.correct': (rows, _known, { requestId, candidateId }) => ({
    candidate: rows.get('request', requestId)?.candidateId === candidateId ? rows.get('candidate', candidateId) : null,
  }),
  'candidate.change-address': (rows, _known, { requestId, candidateId }) => ({
    candidate: rows.get('request', requestId)?.candidateId === candidateId ? rows.get('candidate', candidateId) : null,
    // One centre's rows do not tell who has an account, and nobody in the simulation does.
    usedByAnother: false,
  }),
  'entry.confirm': (rows, _known, { entryIds }) => ({
    entries: entriesOf(rows, entryIds),
    allocated: allocatedTo(rows, entryIds),
    onAccount: new Set(
      entriesOf(rows, entryIds)
        .filter(({ requestId }) => {
          const organisationId = rows.get('request', requestId)?.organisationId ?? null
          return rows.get('organisation', organisationId)?.onAccount === true
        })
        .map(({ id }) => id),
    ),
  }),
  'data-check.ask': (rows, { centreId }, { dataCheckId, sessionId }) => {
    const centre = rows.get('centre', centreId)
    const unchecked = rows
      .list('entry')
      .filter(({ requestId, ...entry }) => {
        const unsaid = rows.get('request', requestId)?.dataCheckedAt === null
        return entry.sessionId === sessionId && holdsSeat(entry.status) && unsaid
      })
      .map(({ candidateId }) => candidateId)
    const asked = rows.list('dataCheck').filter((check) => check.sessionId === sessionId)
    return (
      centre && {
        session: rows.get('examSession', sessionId),
        timeZone: centre.timeZone,
        unchecked: new Set(unchecked).size,
        lastAskedAt: asked.map(({ askedAt }) => askedAt).reduce<string | null>((a, b) => (a && a > b ? a : b), null),
        isIdTaken: rows.get('dataCheck', dataCheckId) !== null,
      }
    )
  },
  'offering.set-seats': (rows, _known, { offeringId }) => ({
    offering: rows.get('offering', offeringId),
    used: seatsTaken(rows, offeringId),
  }),
  'offering.open': (rows, _known, { offeringId, made }) => ({
    offering: rows.get('offering', offeringId),
    exam: made && rows.get('exam', made.examId),
    knownSoftware: new Set(made?.softwareIds.filter((id) => rows.get('software', id) !== null)),
    others: rows.list('offering').filter(({ examId }) => examId === made?.examId),
  }),
  'offering.close': (rows, _known, { offeringId }) => ({ offering: rows.get('offering', offeringId) }),
  'sitting.set': (rows, { centreId }, { sittingId, offeringId }) => {
    const offering = rows.get('offering', offeringId)
    const centre = rows.get('centre', centreId)
    return (
      centre && {
        sitting: rows.get('sitting', sittingId),
        offering,
        exam: offering && rows.get('exam', offering.examId),
        others: rows.list('sitting').filter((sitting) => sitting.offeringId === offeringId),
        timeZone: centre.timeZone,
      }
    )
  },
  'sitting.cancel': (rows, { centreId }, { sittingId }) => {
    const centre = rows.get('centre', centreId)
    return centre && { sitting: rows.get('sitting', sittingId), timeZone: centre.timeZone }
  },
  'centre.set-texts': settingsFacts,
  'centre.set-logo': (rows, { centreId }) => ({ centreId, logo: rows.get('centreLogo', centreId) }),
  'centre.set-closed-days': settingsFacts,
  'call.note': (rows, _known, { candidateId }) => ({
    isKnown: rows.list('request').some((request) => request.candidateId === candidateId),
  }),
  'attendance.mark': (rows, { centreId }, { sittingId, marks }) => {
    const centre = rows.get('centre', centreId)
    const ids = marks.map(({ entryId }) => entryId)
    return (
      centre && {
        sitting: rows.get('sitting', sittingId),
        entries: entriesOf(rows, ids),
        timeZone: centre.timeZone,
      }
    )
  },
  'paper.issue': (rows, _known, { papers }) => {
    const named = new Set(papers.map(({ requestId }) => requestId))
    const requests = rows.list('request').filter(({ id }) => named.has(id))
    return { known: new Map(requests.map(({ id, candidateId }) => [id, candidateId])) }
  },
  // What is still to be paid is looked at by whoever reminds, and by the mail as it leaves.
  'reminder.sent': (rows, { centreId, place }, { requestId, entryIds }) => {
    const request = rows.get('request', requestId)
    const centre = rows.get('centre', centreId)
    if (place === 'hq' || !centre) return { request, seen: null }
    const organisation = rows.get('organisation', request?.organisationId ?? null)
    return {
      request,
      seen: {
        entries: entriesOf(rows, entryIds),
        allocated: allocatedTo(rows, entryIds),
        onAccount: organisation?.onAccount === true,
        hasMail: (rows.get('candidate', request?.candidateId ?? null)?.email ?? '') !== '',
        mailed: rows.list('reminder').filter((one) => one.requestId === requestId && one.means === 'mail'),
        timeZone: centre.timeZone,
      },
    }
  },
  'payment.record': (rows, { centreId }, { allocations, payer, sessionId }) => {
    const centre = rows.get('centre', centreId)
    if (!centre) return null
    const ids = allocations.map(({ entryId }) => entryId)
    const cash = standing(rows).filter(
      (payment) =>
        payment.method === 'cash' &&
        payment.sessionId === sessionId &&
        payment.payer.kind === payer.kind &&
        payment.payer.id === payer.id,
    )
    return {
      centre,
      entries: entriesOf(rows, ids),
      allocated: allocatedTo(rows, ids),
      cashSoFar: cash.reduce((sum, { amount }) => sum + amount, 0),
    }
  },
  'payment.void': (rows, _known, { paymentId }) => moneyOf(rows, paymentId),
  'receipt.issue': (rows, { ownSeries }, { paymentId, year, series, sequence }) => ({
    ...moneyOf(rows, paymentId),
    numberTaken: rows.list('receipt').some(({ number }) => number === receiptNumber(year, series, sequence)),
    ownSeries: ownSeries(series),
  }),
  'credit.use': (rows, _known, { paymentId, allocations }) => {
    const ids = allocations.map(({ entryId }) => entryId)
    const facts = creditOf(rows, paymentId, ids)
    const { payer = null } = facts.payment ?? {}
    const paidFor = new Set(facts.entries.filter(({ id }) => facts.given.has(id)).map(({ candidateId }) => candidateId))
    const mayPay = entriesOf(rows, ids).filter(({ candidateId, requestId }) => {
      const organisationId = rows.get('request', requestId)?.organisationId ?? null
      return paidFor.has(candidateId) || payer?.id === (payer?.kind === 'candidate' ? candidateId : organisationId)
    })
    return { ...facts, targets: entriesOf(rows, ids), ofPayer: new Set(mayPay.map(({ id }) => id)) }
  },
  'credit.return': (rows, { centreId }, { paymentId }) => {
    const centre = rows.get('centre', centreId)
    return centre && { centre, ...creditOf(rows, paymentId, []) }
  },
  'cheque.deposit': (rows, { centreId }, { paymentIds }) => {
    const centre = rows.get('centre', centreId)
    const among = (ids: readonly string[]) => new Set(ids.filter((id) => paymentIds.includes(id)))
    return (
      centre && {
        centre,
        payments: paymentIds.flatMap((id) => rows.get('payment', id) ?? []),
        voided: among(rows.list('paymentVoid').map(({ paymentId }) => paymentId)),
        deposited: among(slipsOf(rows).flatMap((deposit) => deposit.paymentIds)),
        ended: among(endsOf(rows).map(({ paymentId }) => paymentId)),
      }
    )
  },
  'cheque.end': (rows, { centreId }, { paymentId }) => {
    const centre = rows.get('centre', centreId)
    return centre && { centre, ...moneyOf(rows, paymentId) }
  },
  'deposit.void': (rows, _known, { depositId }) => {
    const deposit = rows.get('chequeDeposit', depositId)
    const others = slipsOf(rows).filter(({ id }) => id !== depositId)
    const elsewhere = new Set(others.flatMap(({ paymentIds }) => paymentIds))
    const payments = (deposit?.paymentIds ?? []).flatMap((id) => rows.get('payment', id) ?? [])
    return {
      deposit,
      voided: rows.list('depositVoid').some((one) => one.depositId === depositId),
      answered: deposit ? answeredOf(deposit.paymentIds, { payments, ends: endsOf(rows), elsewhere }) : [],
    }
  },
  'cheque-end.void': (rows, _known, { endId }) => ({
    end: rows.get('chequeEnd', endId),
    voided: rows.list('chequeEndVoid').some((one) => one.endId === endId),
  }),
  'statement.match': (rows, _known, { paymentId, depositId, lineKey }) => {
    const voided = new Set(rows.list('paymentVoid').map((one) => one.paymentId))
    const slips = new Set(rows.list('depositVoid').map((one) => one.depositId))
    const matches = rows.list('statementMatch')
    return {
      exists:
        paymentId === null
          ? rows.get('chequeDeposit', depositId ?? '') !== null
          : rows.get('payment', paymentId) !== null,
      voided: paymentId === null ? slips.has(depositId ?? '') : voided.has(paymentId),
      matched: matches.some((one) => (paymentId === null ? one.depositId === depositId : one.paymentId === paymentId)),
      lineUsed: matches.some(
        (one) => one.lineKey === lineKey && !voided.has(one.paymentId ?? '') && !slips.has(one.depositId ?? ''),
      ),
    }
  },
  'credit-note.issue': (rows, { ownSeries }, { receiptId, year, series, sequence }) => ({
    receipt: rows.get('receipt', receiptId),
    creditNoteNumber: firstOf(rows.list('creditNote').filter((note) => note.receiptId === receiptId))?.number ?? null,
    numberTaken: rows.list('creditNote').some(({ number }) => number === creditNoteNumber(year, series, sequence)),
    ownSeries: ownSeries(series),
  }),
  'review.settle': (rows, _known, { reviewItemId }) => ({
    exists: rows.get('reviewItem', reviewItemId) !== null,
    settled: rows.list('reviewSettlement').some((settlement) => settlement.reviewItemId === reviewItemId),
  }),
}

function settingsFacts(rows: TableRows, { centreId }: Known) {
  const settings = rows.get('centreSettings', centreId)
  return settings && { settings }
}

function seatFacts(rows: TableRows, { centreId }: Known, { entryIds }: CommandArgs<'entry.prevalidate'>) {
  const centre = rows.get('centre', centreId)
  const settings = rows.get('centreSettings', centreId)
  if (!centre || !settings) return null
  const entries = entriesOf(rows, entryIds)
  const offerings = [...new Set(entries.map(({ offeringId }) => offeringId))].flatMap(
    (id) => rows.get('offering', id) ?? [],
  )
  return {
    centre,
    settings,
    entries,
    offerings,
    used: new Map(offerings.map(({ id }) => [id, seatsTaken(rows, id)])),
    sittingDates: new Map(
      offerings.map(({ id }) => [
        id,
        rows
          .list('sitting')
          .flatMap(({ offeringId, heldOn, cancelled }) => (offeringId === id && !cancelled ? heldOn : [])),
      ]),
    ),
  }
}

/** What the domain's own rule says over these rows; null while the rows cannot tell (no centre yet). */
export function judgeOver(
  rows: TableRows,
  centreId: string,
  { name, args }: { name: CommandName; args: unknown },
  circumstances: Circumstances,
  place: Place,
  ownSeries: Known['ownSeries'] = () => true,
): Decision | null {
  const typed = args as CommandArgs<typeof name>
  const facts = (factsOf[name] as FactsOf[typeof name])(rows, { centreId, ownSeries, place }, typed as never)
  return facts && judge(ruleOf(name), typed, facts, circumstances, place)
}

/** Entries that hold a seat of an offering, counted one by one. */
export function seatsTaken(rows: TableRows, offeringId: string): number {
  return rows.list('entry').filter((entry) => entry.offeringId === offeringId && holdsSeat(entry.status)).length
}

function entriesOf(rows: TableRows, ids: readonly string[]): Entry[] {
  return [...new Set(ids)].flatMap((id) => rows.get('entry', id) ?? [])
}

/** What the bank answered, but for what was taken back. */
export function endsOf(rows: TableRows) {
  const taken = new Set(rows.list('chequeEndVoid').map(({ endId }) => endId))
  return rows.list('chequeEnd').filter(({ id }) => !taken.has(id))
}

function slipsOf(rows: TableRows) {
  const taken = new Set(rows.list('depositVoid').map(({ depositId }) => depositId))
  return rows.list('chequeDeposit').filter(({ id }) => !taken.has(id))
}

function standing(rows: TableRows): Payment[] {
  const fallen = new Set([
    ...rows.list('paymentVoid').map(({ paymentId }) => paymentId),
    ...endsOf(rows).flatMap(({ paymentId, outcome }) => (outcome === 'bounced' ? paymentId : [])),
  ])
  return rows.list('payment').filter(({ id }) => !fallen.has(id))
}

function allocatedTo(rows: TableRows, ids: readonly string[]): Map<string, number> {
  const total = new Map<string, number>()
  for (const payment of standing(rows))
    for (const [entryId, amount] of givenBy(rows, payment))
      if (ids.includes(entryId)) total.set(entryId, (total.get(entryId) ?? 0) + amount)
  return total
}

/** What a payment allocates to each entry once its credit was used and given back, movement by movement. */
export function givenBy(rows: TableRows, { id, allocations }: Payment): Map<string, number> {
  const uses = rows.list('creditUse').filter(({ paymentId }) => paymentId === id)
  const returns = rows.list('creditReturn').filter(({ paymentId }) => paymentId === id)
  const given = new Map<string, number>()
  for (const { entryId, amount } of [...allocations, ...uses.flatMap((use) => use.allocations)])
    given.set(entryId, (given.get(entryId) ?? 0) + amount)
  for (const { entryId, amount } of [...uses, ...returns].flatMap(({ takenFrom }) => takenFrom))
    given.set(entryId, (given.get(entryId) ?? 0) - amount)
  return given
}

function creditOf(rows: TableRows, paymentId: string, ids: readonly string[]) {
  const { payment, voided, bounced, returned } = moneyOf(rows, paymentId)
  const given = payment ? givenBy(rows, payment) : new Map<string, number>()
  const all = [...new Set([...given.keys(), ...ids])]
  return { payment, voided, bounced, returned, given, entries: entriesOf(rows, all), allocated: allocatedTo(rows, all) }
}

function moneyOf(rows: TableRows, paymentId: string) {
  // One that a credit note corrects no longer counts.
  const corrected = new Set(rows.list('creditNote').map(({ receiptId }) => receiptId))
  const receipts = rows
    .list('receipt')
    .filter((receipt) => receipt.paymentId === paymentId && !corrected.has(receipt.id))
  return {
    payment: rows.get('payment', paymentId),
    voided: rows.list('paymentVoid').some((one) => one.paymentId === paymentId),
    bounced: endsOf(rows).some((one) => one.paymentId === paymentId && one.outcome === 'bounced'),
    ended: endsOf(rows).some((one) => one.paymentId === paymentId),
    receiptNumber: firstOf(receipts)?.number ?? null,
    returned: rows
      .list('creditReturn')
      .reduce((sum, { paymentId: of, amount }) => (of === paymentId ? sum + amount : sum), 0),
  }
}

function firstOf<T extends { issuedAt: string }>(papers: readonly T[]): T | undefined {
  return [...papers].sort((a, b) => (a.issuedAt < b.issuedAt ? -1 : 1))[0]
}
