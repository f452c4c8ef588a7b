import { untoldEntries } from '../mail/undelivered.ts'
import type { Loader } from './loader.ts'
import { lockEntries } from './lock-entries.ts'
import { readAllocated } from './standing-payments.ts'

export const loadRelease: Loader<'entry.release'> = async (tx, centreId, { requestId, entryIds }) => {
  // One after the other: what was paid, and what left by mail, is read under the lock of the entries.
  const entries = await lockEntries(tx, centreId, entryIds)
  const allocated = await readAllocated(tx, centreId, entryIds)
  const untold = await untoldEntries(tx, centreId, entries)
  return { facts: { entries, allocated, untold }, subject: { requestId, entryIds, paymentId: null } }
}
