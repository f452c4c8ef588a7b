import type { z } from 'zod'
import type { ChangeSet, Cursor } from '../contract/hq.ts'
import type { WireRow } from '../contract/rows.ts'
import type { HqDatabase } from './db/open.ts'
import { COMMON_STREAM, centreStream } from './feed.ts'

type Read = { changes: z.infer<typeof ChangeSet>[]; cursor: Cursor; more: boolean }

/**
 * What came after a cursor, in whole transactions: all of `common` before anything of the centre, so that no row of the centre
 * arrives before the common row it names. `limit` counts rows; a transaction larger than that still comes whole.
 */
export async function readChanges(db: HqDatabase, centreId: string, after: Cursor, limit: number): Promise<Read> {
  const common = await readStream(db, { stream: COMMON_STREAM, after: after.common, limit, atLeastOne: true })
  if (common.more) return { changes: common.changes, cursor: { common: common.last, centre: after.centre }, more: true }
  const centre = await readStream(db, {
    stream: centreStream(centreId),
    after: after.centre,
    limit: limit - common.rowCount,
    atLeastOne: common.changes.length === 0,
  })
  return {
    changes: [...common.changes, ...centre.changes],
    cursor: { common: common.last, centre: centre.last },
    more: centre.more,
  }
}

type StreamRead = { changes: z.infer<typeof ChangeSet>[]; last: number; rowCount: number; more: boolean }

/** `atLeastOne`: a page that is still empty takes a transaction of any size, or it would never be read. */
type Wanted = { stream: string; after: number; limit: number; atLeastOne: boolean }

async function readStream(db: HqDatabase, { stream, after, limit, atLeastOne }: Wanted): Promise<StreamRead> {
  const sizes = await db
    .selectFrom('change')
    .select(['position', 'rowCount'])
    .where('stream', '=', stream)
    .where('position', '>', after)
    .orderBy('position')
    .limit(Math.max(0, limit) + 1)
    .execute()
  let last = after
  let rowCount = 0
  for (const size of sizes) {
    const first = atLeastOne && rowCount === 0
    if (!first && rowCount + size.rowCount > limit) break
    last = size.position
    rowCount += size.rowCount
  }
  const found = await db
    .selectFrom('change')
    .select(['position', 'commandId', 'rows'])
    .where('stream', '=', stream)
    .where('position', '>', after)
    .where('position', '<=', last)
    .orderBy('position')
    .execute()
  const kind = stream === COMMON_STREAM ? ('common' as const) : ('centre' as const)
  const changes = found.map(({ rows, ...change }) => ({ stream: kind, ...change, rows: rows as WireRow[] }))
  return { changes, last, rowCount, more: last !== (sizes.at(-1)?.position ?? after) }
}
