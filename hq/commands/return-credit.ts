import { readCredit } from './credit-facts.ts'
import type { Loader } from './loader.ts'
import { ownCentre } from './own-centre.ts'
import { requestOf } from './standing-payments.ts'

/** Under the lock of its payment, as all that becomes of one, and of the entries that it allocates to. */
export const loadReturnCredit: Loader<'credit.return'> = async (tx, centreId, { paymentId }) => {
  const { facts } = await readCredit(tx, centreId, paymentId)
  const entryIds = [...facts.given.keys()]
  return {
    facts: { ...facts, centre: (await ownCentre(tx, centreId)).centre },
    subject: { requestId: await requestOf(tx, centreId, entryIds), entryIds, paymentId },
  }
}
