import { receiptNumber } from '../../domain/payment.ts'
import type { Loader } from './loader.ts'
import { lockSeries } from './lock-series.ts'
import { readPayment, requestOf } from './standing-payments.ts'

export const loadIssueReceipt: Loader<'receipt.issue'> = async (tx, centreId, args, deviceId) => {
  const { paymentId, year, series, sequence } = args
  const { ownSeries } = await lockSeries(tx, centreId, deviceId, series)
  const found = await readPayment(tx, centreId, paymentId)
  const namesake = await tx
    .selectFrom('receipt')
    .select('id')
    .where('centreId', '=', centreId)
    .where('number', '=', receiptNumber(year, series, sequence))
    .limit(1)
    .executeTakeFirst()
  const entryIds = found.payment?.allocations.map(({ entryId }) => entryId) ?? []
  return {
    facts: { ...found, numberTaken: namesake !== undefined, ownSeries },
    subject: { requestId: await requestOf(tx, centreId, entryIds), entryIds, paymentId },
  }
}
