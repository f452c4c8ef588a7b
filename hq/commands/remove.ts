import type { Loader } from './loader.ts'
import { lockEntries } from './lock-entries.ts'

export const loadRemove: Loader<'entry.remove'> = async (tx, centreId, { requestId, entryIds }) => ({
  facts: { entries: await lockEntries(tx, centreId, entryIds) },
  subject: { requestId, entryIds, paymentId: null },
})
