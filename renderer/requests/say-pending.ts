import type { EntryRow } from '../../contract/desk.ts'
import { FILE } from '../../text/screens/request-file.ts'

/** Why nothing more can be decided about an entry until HQ has answered, in a sentence; null when nothing is pending on it. */
export function sayPending({ pending, doubtful }: EntryRow): string | null {
  if (!pending) return null
  return doubtful ? FILE.doubtful : FILE.stillPending
}
