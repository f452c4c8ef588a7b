import type { Loader } from './loader.ts'
import { lockSettings } from './lock-settings.ts'

export const loadSetTexts: Loader<'centre.set-texts'> = async (tx, centreId) => ({
  facts: { settings: await lockSettings(tx, centreId) },
  subject: { requestId: null, entryIds: [], paymentId: null },
})
