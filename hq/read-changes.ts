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
  const common = await readStream(db, COMMON_STREAM, after.common, limit)
  const left = limit - common.rowCount
  const centre = common.more || left <= 0 ? null : await readStream(db, centreStream(centreId), after.centre, left)
  const unread = centre === null && !common.more && (await hasMore(db, centreStream(centreId), after.centre))
  return {
    changes: [...common.changes, ...(centre?.changes ?? [])],
    cursor: { common: common.last, centre: centre?.last ?? after.centre },
    more: common.more || unread || (centre?.more ?? false),
  }
}

type StreamRead = { changes: z.infer<typeof ChangeSet>[]; last: number; rowCount: number; more: boolean }

async function readStream(db: HqDatabase, stream: string, after: number, limit: number): Promise<StreamRead> {
  const sizes = await db
    .selectFrom('change')
    .select(['position', 'rowCount'])
    .where('stream', '=', stream)
    .where('position', '>', after)
    .orderBy('position')
    .limit(limit + 1)
    .execute()
  let last = after
  let rowCount = 0
  for (const size of sizes) {
    if (rowCount > 0 && rowCount + size.rowCount > limit) break
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

async function hasMore(db: HqDatabase, stream: string, after: number): Promise<boolean> {
  const next = await db
    .selectFrom('change')
    .select('position')
    .where('stream', '=', stream)
    .where('position', '>', after)
    .limit(1)
    .executeTakeFirst()
  return next !== undefined
}
