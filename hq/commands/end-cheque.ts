import type { Loader } from './loader.ts'
import { ownCentre } from './own-centre.ts'
import { readPayment, requestOf } from './standing-payments.ts'

/** Under the lock of its payment, as all that becomes of one. */
export const loadEndCheque: Loader<'cheque.end'> = async (tx, centreId, { paymentId }) => {
  const { payment, voided, ended } = await readPayment(tx, centreId, paymentId)
  const entryIds = payment?.allocations.map(({ entryId }) => entryId) ?? []
  return {
    facts: { centre: (await ownCentre(tx, centreId)).centre, payment, voided, ended },
    subject: { requestId: await requestOf(tx, centreId, entryIds), entryIds, paymentId },
  }
}
