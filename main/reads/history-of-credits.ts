import type { Payment } from '../../domain/payment.ts'
import { type HistoryGiven, type LineAbout, line } from './history-line.ts'
import type { PaymentsOf } from './payments-of.ts'

type Given = {
  /** The request of each entry that the history is about. */
  requestOf: ReadonlyMap<string, string>
  /** Those of them that the payment was recorded for. */
  requestIds: readonly string[]
  read: PaymentsOf
  pending: HistoryGiven['pending']
}

/** What became of a payment's credit: with those whom it was paid for, and with those for whom it was used. */
export function creditLines({ id, sessionId, currency }: Payment, given: Given): LineAbout[] {
  const { requestOf, read, pending } = given
  const receipt = read.receipts.get(id)
  const told = { sessionId, detail: { currency, ...(receipt && { ofReceipt: receipt.number }) } }
  const among = (entries: readonly { entryId: string }[]) =>
    entries.flatMap(({ entryId }) => requestOf.get(entryId) ?? [])
  const used = read.allUses.filter(({ paymentId }) => paymentId === id)
  const returned = read.allReturns.filter(({ paymentId }) => paymentId === id)
  return [
    ...used.map(({ id: useId, usedAt, usedBy, allocations, takenFrom }) => {
      const own = allocations.filter(({ entryId }) => requestOf.has(entryId))
      const shown = own.length > 0 ? own : allocations
      const codes = own.flatMap(({ entryId }) => read.exams.get(read.entries.get(entryId)?.examId ?? '')?.code ?? [])
      const amount = shown.reduce((sum, part) => sum + part.amount, 0)
      return {
        line: line({
          ...{ id: useId, at: usedAt, kind: 'credit.use', operatorName: usedBy, ...told },
          pending: pending.has(`creditUse/${useId}`),
          detail: {
            ...told.detail,
            amount,
            ...(own.length > 0 ? { exam: codes.join(', ') } : { forOthers: 1 }),
          },
        }),
        requestIds: [...new Set([...given.requestIds, ...among(allocations), ...among(takenFrom)])],
      }
    }),
    ...returned.map(({ id: returnId, returnedAt, returnedBy, returnedOn, amount, means, note, takenFrom }) => ({
      line: line({
        ...{ id: returnId, at: returnedAt, kind: 'credit.return', operatorName: returnedBy, ...told },
        pending: pending.has(`creditReturn/${returnId}`),
        detail: { ...told.detail, amount, method: means, returnedOn },
        text: note,
      }),
      requestIds: [...new Set([...given.requestIds, ...among(takenFrom)])],
    })),
  ].filter(({ requestIds }) => requestIds.length > 0)
}
