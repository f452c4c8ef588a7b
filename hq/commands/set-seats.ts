import type { Loader } from './loader.ts'
import { countUsedSeats, lockOfferings } from './lock-entries.ts'

export const loadSetSeats: Loader<'offering.set-seats'> = async (tx, centreId, { offeringId }) => {
  const [offering = null] = await lockOfferings(tx, centreId, [offeringId])
  const used = await countUsedSeats(tx, centreId, [offeringId])
  return {
    facts: { offering, used: used.get(offeringId) ?? 0 },
    subject: { requestId: null, entryIds: [], paymentId: null },
  }
}
