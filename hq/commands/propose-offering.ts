import type { Loader } from './loader.ts'
import { lockEntries, lockOfferings } from './lock-entries.ts'

export const loadProposeOffering: Loader<'entry.propose-offering'> = async (tx, centreId, args) => {
  const { requestId, entryId, offeringId } = args
  const [offering = null] = await lockOfferings(tx, centreId, offeringId === null ? [] : [offeringId])
  const [entry = null] = await lockEntries(tx, centreId, [entryId])
  return { facts: { entry, offering }, subject: { requestId, entryIds: [entryId], paymentId: null } }
}
