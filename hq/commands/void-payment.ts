import type { Loader } from './loader.ts'
import { readPayment, requestOf } from './standing-payments.ts'

export const loadVoidPayment: Loader<'payment.void'> = async (tx, centreId, { paymentId }) => {
  const facts = await readPayment(tx, centreId, paymentId)
  const entryIds = facts.payment?.allocations.map(({ entryId }) => entryId) ?? []
  return { facts, subject: { requestId: await requestOf(tx, centreId, entryIds), entryIds, paymentId } }
}
