import type { Loader } from './loader.ts'
import { lockEntries } from './lock-entries.ts'
import { readAllocated } from './standing-payments.ts'

export const loadRelease: Loader<'entry.release'> = async (tx, centreId, { requestId, entryIds }) => ({
  // One after the other: what was paid is read under the lock of the entries.
  facts: { entries: await lockEntries(tx, centreId, entryIds), allocated: await readAllocated(tx, centreId, entryIds) },
  subject: { requestId, entryIds, paymentId: null },
})
