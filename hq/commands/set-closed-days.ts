import type { Loader } from './loader.ts'
import { lockSettings } from './lock-settings.ts'

export const loadSetClosedDays: Loader<'centre.set-closed-days'> = async (tx, centreId) => ({
  facts: { settings: await lockSettings(tx, centreId) },
  subject: { requestId: null, entryIds: [], paymentId: null },
})
