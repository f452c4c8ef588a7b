import type { EntryRow } from '../../contract/desk.ts'
import { FILE } from '../../text/screens/request-file.ts'

/** Why nothing more can be decided about an entry until HQ has answered, in a sentence; null when nothing is pending on it. */
export function sayPending({ status, pending, doubtful }: EntryRow): string | null {
  if (!pending) return null
  if (!doubtful) return FILE.stillPending
  // Only a pre-validation can fall back to « En attente »; of another state it may have been any decision.
  return status === 'requested' ? FILE.doubtfulPrevalidation : FILE.doubtful
}
