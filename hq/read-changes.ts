import type { z } from 'zod'
import type { ChangeSet, Cursor, Digest } from '../contract/hq.ts'
import type { WireRow } from '../contract/rows.ts'
import { DIGEST_VERSION } from '../domain/digest.ts'
import type { HqDatabase, Tx } from './db/open.ts'
import { inSnapshot } from './db/transaction.ts'
import { type Heads, headsOf } from './feed-heads.ts'
import { HttpError } from './http-error.ts'
import { COMMON_STREAM, centreStream } from './stream-names.ts'

/** Readers take no answer near 32 MB for HQ's (`main/sync/hq-request.ts`): a page stays far below. */
export const PAGE_BYTES = 8 * 1024 * 1024

/** `digest` only when the cursor has reached both heads. */
type Changes = { changes: z.infer<typeof ChangeSet>[]; cursor: Cursor; more: boolean; digest: Digest | null }
export type ReadChanges = { read: Changes; heads: Heads }

/**
 * What came after a cursor, in whole transactions: all of `common` before anything of the centre, so that no row of the centre
 * arrives before the common row it names. `limit` counts rows, and a page is no larger than `PAGE_BYTES`; a transaction larger than that
 * still comes whole, alone (rows are kept small enough for none to come near 32 MB).
 * @throws HttpError `bad-request` `cursor-ahead`, `cursor-too-old`
 */
export async function readChanges(
  db: HqDatabase,
  centreId: string,
  after: Cursor,
  limit: number,
): Promise<ReadChanges> {
  const heads = await headsOf(db, centreId)
  checkCursor(after, heads)
  if (isAtHeads(after, heads)) return { read: nothingNew(after, heads), heads }
  // One look at the database: both streams, their heads and their sums as of the same moment.
  return inSnapshot(db, async (tx) => {
    const heads = await headsOf(tx, centreId)
    checkCursor(after, heads)
    const read = await readBoth(tx, centreId, after, limit)
    return { read: { ...read, digest: isAtHeads(read.cursor, heads) ? digestOf(heads) : null }, heads }
  })
}

export function isAtHeads({ common, centre }: Cursor, heads: Heads): boolean {
  return common === heads.common.head && centre === heads.centre.head
}

/** The answer to a reader who knows everything. */
export function nothingNew(cursor: Cursor, heads: Heads): Changes {
  return { changes: [], cursor, more: false, digest: digestOf(heads) }
}

/** What both streams add up to at their heads. */
export function digestOf({ common, centre }: Heads): Digest {
  return { version: DIGEST_VERSION, common: common.digest, centre: centre.digest }
}

function checkCursor({ common, centre }: Cursor, heads: Heads): void {
  // A cursor ahead of HQ means that HQ was restored or replaced. « Nothing new » would let the two part for good.
  if (common > heads.common.head || centre > heads.centre.head) throw new HttpError('bad-request', 'cursor-ahead')
  if (common < heads.common.floor || centre < heads.centre.floor) throw new HttpError('cursor-too-old')
}

/** A page of both streams; `tx` sees one moment, or a change of the centre could come before the common row it names. */
export async function readBoth(
  tx: Tx,
  centreId: string,
  after: Cursor,
  limit: number,
): Promise<Omit<Changes, 'digest'>> {
  const common = await readStream(tx, {
    stream: COMMON_STREAM,
    after: after.common,
    ...{ limit, bytes: PAGE_BYTES, atLeastOne: true },
  })
  if (common.more) return { changes: common.changes, cursor: { common: common.last, centre: after.centre }, more: true }
  const centre = await readStream(tx, {
    stream: centreStream(centreId),
    after: after.centre,
    limit: limit - common.rowCount,
    bytes: PAGE_BYTES - common.bytes,
    atLeastOne: common.changes.length === 0,
  })
  return {
    changes: [...common.changes, ...centre.changes],
    cursor: { common: common.last, centre: centre.last },
    more: centre.more,
  }
}

type StreamRead = { changes: z.infer<typeof ChangeSet>[]; last: number; rowCount: number; bytes: number; more: boolean }

/** `atLeastOne`: a page that is still empty takes a transaction of any size, or it would never be read. */
type Wanted = { stream: string; after: number; limit: number; bytes: number; atLeastOne: boolean }

async function readStream(tx: Tx, { stream, after, limit, bytes: room, atLeastOne }: Wanted): Promise<StreamRead> {
  const sizes = await tx
    .selectFrom('change')
    .select(['position', 'rowCount', 'byteCount'])
    .where('stream', '=', stream)
    .where('position', '>', after)
    .orderBy('position')
    .limit(Math.max(0, limit) + 1)
    .execute()
  let last = after
  let rowCount = 0
  let bytes = 0
  for (const size of sizes) {
    const first = atLeastOne && rowCount === 0
    if (!first && (rowCount + size.rowCount > limit || bytes + size.byteCount > room)) break
    last = size.position
    rowCount += size.rowCount
    bytes += size.byteCount
  }
  const found = await tx
    .selectFrom('change')
    .select(['position', 'commandId', 'rows'])
    .where('stream', '=', stream)
    .where('position', '>', after)
    .where('position', '<=', last)
    .orderBy('position')
    .execute()
  const kind = stream === COMMON_STREAM ? ('common' as const) : ('centre' as const)
  const changes = found.map(({ rows, ...change }) => ({ stream: kind, ...change, rows: rows as WireRow[] }))
  return { changes, last, rowCount, bytes, more: last !== (sizes.at(-1)?.position ?? after) }
}
