import { type Refusal, refused } from '../decision.ts'
import { canMove, type Entry, type OwnMove } from '../entry.ts'
import type { Instant } from '../time.ts'

type Moving = { ok: true; entries: Entry[] } | { ok: false; refusal: Refusal }

/**
 * The entries named, each once, when all are of the request named and their state allows the move; otherwise the first reason why not:
 * not-found, wrong-status. A release before its time is wrong-status too: who may say it better asks first.
 */
export function entriesToMove(
  move: OwnMove,
  { requestId, entryIds }: { requestId: string; entryIds: readonly string[] },
  known: readonly Entry[],
  at: Instant,
): Moving {
  const entries: Entry[] = []
  for (const entryId of new Set(entryIds)) {
    const entry = known.find((one) => one.id === entryId && one.requestId === requestId)
    if (!entry) return refused('not-found', { entryId })
    if (!canMove(entry, move, at)) return refused('wrong-status', { entryId, status: entry.status })
    entries.push(entry)
  }
  return { ok: true, entries }
}
