import type { Loader } from './loader.ts'
import { lockSitting } from './lock-sitting.ts'
import { ownCentre } from './own-centre.ts'

export const loadCancelSitting: Loader<'sitting.cancel'> = async (tx, centreId, { sittingId }) => ({
  facts: {
    sitting: await lockSitting(tx, centreId, sittingId),
    timeZone: (await ownCentre(tx, centreId)).centre.timeZone,
  },
  subject: { requestId: null, entryIds: [], paymentId: null },
})
