import { creditNoteNumber } from '../../domain/credit-note.ts'
import { toValue } from '../db/rows.ts'
import type { Loader } from './loader.ts'
import { lockSeries } from './lock-series.ts'
import { readPayment, requestOf } from './standing-payments.ts'

export const loadIssueCreditNote: Loader<'credit-note.issue'> = async (tx, centreId, args, deviceId) => {
  const { receiptId, year, series, sequence } = args
  const { ownSeries } = await lockSeries(tx, centreId, deviceId, series)
  // The payment's lock is the one under which receipts of a payment come and go.
  const { payment } = await readPayment(tx, centreId, args.paymentId)
  const receipt = await tx
    .selectFrom('receipt')
    .selectAll()
    .where('centreId', '=', centreId)
    .where('id', '=', receiptId)
    .executeTakeFirst()
  const earlier = await tx
    .selectFrom('creditNote')
    .select('number')
    .where('centreId', '=', centreId)
    .where('receiptId', '=', receiptId)
    .orderBy('issuedAt')
    .limit(1)
    .executeTakeFirst()
  const namesake = await tx
    .selectFrom('creditNote')
    .select('id')
    .where('centreId', '=', centreId)
    .where('number', '=', creditNoteNumber(year, series, sequence))
    .limit(1)
    .executeTakeFirst()
  const entryIds = payment?.allocations.map(({ entryId }) => entryId) ?? []
  return {
    facts: {
      receipt: receipt ? toValue('receipt', receipt) : null,
      creditNoteNumber: earlier?.number ?? null,
      numberTaken: namesake !== undefined,
      ownSeries,
    },
    subject: { requestId: await requestOf(tx, centreId, entryIds), entryIds, paymentId: args.paymentId },
  }
}
