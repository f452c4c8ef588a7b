import type { Loader } from './loader.ts'
import { lockOfferings } from './lock-entries.ts'

export const loadCloseOffering: Loader<'offering.close'> = async (tx, centreId, { offeringId }) => {
  const [offering = null] = await lockOfferings(tx, centreId, [offeringId])
  return { facts: { offering }, subject: { requestId: null, entryIds: [], paymentId: null } }
}
