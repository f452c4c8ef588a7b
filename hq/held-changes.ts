import type { Cursor } from '../contract/hq.ts'
import type { HqDatabase } from './db/open.ts'
import type { HeldRequests } from './held-requests.ts'
import { isAtHeads, nothingNew, type ReadChanges, readChanges } from './read-changes.ts'

type Asked = { centreId: string; after: Cursor; limit: number /** Seconds. */; wait: number; gone: AbortSignal }

/**
 * What came after a cursor; while that is nothing, the answer waits for something to come. A reader known to be up to date costs
 * no query.
 */
export async function heldChanges(
  db: HqDatabase,
  held: HeldRequests,
  { centreId, after, limit, wait, gone }: Asked,
): Promise<ReadChanges['read']> {
  const until = performance.now() + wait * 1000
  const hold = held.enter(centreId)
  try {
    for (;;) {
      const heads = hold.heads()
      const read =
        heads && isAtHeads(after, heads)
          ? nothingNew(after, heads)
          : (await hold.remembering(() => readChanges(db, centreId, after, limit))).read
      if (read.changes.length > 0 || read.digest === null) return read
      if ((await hold.untilNews(after, until - performance.now(), gone)) === 'over') return read
    }
  } finally {
    hold.leave()
  }
}
