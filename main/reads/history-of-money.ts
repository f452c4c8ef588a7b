import type { Payment } from '../../domain/payment.ts'
import { type HistoryGiven, type LineAbout, line } from './history-line.ts'
import { creditLines } from './history-of-credits.ts'

/** What was received for a candidate's exams, taken back, receipted and corrected. */
export function moneyLines({ requests, payments: read, pending }: HistoryGiven): LineAbout[] {
  const requestOf = new Map(requests.flatMap(({ id, entries }) => entries.map((entry) => [entry.id, id] as const)))
  return read.payments.flatMap((payment): LineAbout[] => {
    const { id, sessionId, recordedAt, recordedBy, amount, currency, method } = payment
    const allocations = read.recordedFor.get(id) ?? []
    const own = allocations.filter(({ entryId }) => requestOf.has(entryId))
    const requestIds = [...new Set(own.flatMap(({ entryId }) => requestOf.get(entryId) ?? []))]
    const ofCredit = creditLines(payment, { requestOf, requestIds, read, pending })
    if (requestIds.length === 0) return ofCredit
    const share = own.reduce((sum, allocation) => sum + allocation.amount, 0)
    // Paid by an organisation for several people: what of it is theirs.
    const isShared = own.length < allocations.length
    const paid = { amount, currency, method, ...(isShared && { share }), ...payerOf(payment, read.organisations) }
    const about = { sessionId }
    const mark = (entity: string, rowId: string) => pending.has(`${entity}/${rowId}`)
    const lines = [
      line({
        ...{ id, at: recordedAt, kind: 'payment.record', operatorName: recordedBy, ...about },
        pending: mark('payment', id),
        detail: paid,
      }),
      ...read.allReceipts
        .filter(({ paymentId }) => paymentId === id)
        .map((receipt) =>
          line({
            ...{ id: receipt.id, at: receipt.issuedAt, kind: 'receipt.issue', ...about },
            operatorName: receipt.content.issuedBy,
            pending: mark('receipt', receipt.id),
            detail: { number: receipt.number },
          }),
        ),
      ...read.allCreditNotes
        .filter(({ paymentId }) => paymentId === id)
        .map((note) =>
          line({
            ...{ id: note.id, at: note.issuedAt, kind: 'credit-note.issue', operatorName: note.issuedBy, ...about },
            pending: mark('creditNote', note.id),
            detail: { number: note.number, receipt: note.original.number },
            text: note.reason,
          }),
        ),
      ...read.allVoids
        .filter(({ paymentId }) => paymentId === id)
        .map((voided) =>
          line({
            ...{ id: voided.id, at: voided.voidedAt, kind: 'payment.void', operatorName: voided.voidedBy, ...about },
            pending: mark('paymentVoid', voided.id),
            detail: { amount, currency },
            text: voided.reason,
          }),
        ),
      ...read.allDeposits
        .filter(({ paymentIds }) => paymentIds.includes(id))
        .map((deposit) =>
          line({
            ...{ id: `${deposit.id} ${id}`, at: deposit.depositedAt, kind: 'cheque.deposit', ...about },
            operatorName: deposit.depositedBy,
            pending: mark('chequeDeposit', deposit.id),
            detail: { amount, currency },
          }),
        ),
      ...read.allEnds
        .filter(({ paymentId }) => paymentId === id)
        .map(({ id: endId, notedAt, notedBy, outcome, dueOn, note }) =>
          line({
            ...{ id: endId, at: notedAt, kind: 'cheque.end', operatorName: notedBy, ...about },
            pending: mark('chequeEnd', endId),
            detail: { amount, currency, outcome, ...(dueOn !== null && { dueOn }) },
            text: note,
          }),
        ),
      ...takenBackLines(payment, read, mark),
    ]
    return [...lines.map((one) => ({ line: one, requestIds })), ...ofCredit]
  })
}

/** Slips and answers of the bank that were noted by mistake. */
function takenBackLines(
  { id, sessionId, amount, currency }: Payment,
  { allDeposits, allDepositVoids, allEnds, allEndVoids }: HistoryGiven['payments'],
  mark: (entity: string, rowId: string) => boolean,
) {
  const slips = new Set(allDeposits.flatMap((deposit) => (deposit.paymentIds.includes(id) ? deposit.id : [])))
  const outcomes = new Map(allEnds.map((end) => [end.id, end.outcome]))
  return [
    ...allDepositVoids
      .filter(({ depositId }) => slips.has(depositId))
      .map((voided) =>
        line({
          ...{ id: `${voided.id} ${id}`, at: voided.voidedAt, kind: 'deposit.void', operatorName: voided.voidedBy },
          ...{ sessionId, pending: mark('depositVoid', voided.id), detail: { amount, currency }, text: voided.reason },
        }),
      ),
    ...allEndVoids
      .filter(({ paymentId }) => paymentId === id)
      .map((voided) =>
        line({
          ...{ id: voided.id, at: voided.voidedAt, kind: 'cheque-end.void', operatorName: voided.voidedBy, sessionId },
          pending: mark('chequeEndVoid', voided.id),
          detail: { amount, currency, outcome: outcomes.get(voided.endId) ?? '' },
          text: voided.reason,
        }),
      ),
  ]
}

function payerOf(
  { payer }: Payment,
  organisations: ReadonlyMap<string, { name: string }>,
): { payer: string } | Record<never, never> {
  const name = payer.kind === 'organisation' ? organisations.get(payer.id)?.name : undefined
  return name === undefined ? {} : { payer: name }
}
