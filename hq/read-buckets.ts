import { sql } from 'kysely'
import type { BucketAnswer, BucketsAnswer, StreamName } from '../contract/hq.ts'
import type { WireRow } from '../contract/rows.ts'
import { BUCKETS, DIGEST_VERSION } from '../domain/digest.ts'
import { type EntityName, entityNames } from '../domain/entities.ts'
import type { HqDatabase, Tx } from './db/open.ts'
import { isShared, toWire } from './db/rows.ts'
import { inSnapshot } from './db/transaction.ts'
import { readHeads } from './feed-heads.ts'
import { COMMON_STREAM, centreStream } from './stream-names.ts'

/** What the rows of each bucket of a stream add up to, all at one position. */
export function readBuckets(db: HqDatabase, centreId: string, name: StreamName): Promise<Omit<BucketsAnswer, 'now'>> {
  const stream = streamOf(name, centreId)
  return inSnapshot(db, async (tx) => {
    const position = await headOf(tx, stream)
    const { rows } = await sql<{ bucket: number; sum: string }>`
      select bucket, sum(hash)::text as sum from feed_row where stream = ${stream} group by bucket`.execute(tx)
    const sums = new Map(rows.map(({ bucket, sum }) => [bucket, BigInt.asUintN(64, BigInt(sum)).toString()]))
    return { version: DIGEST_VERSION, position, sums: Array.from({ length: BUCKETS }, (_, n) => sums.get(n) ?? '0') }
  })
}

/** Every row of one bucket, and the position at which it was so: a row that is absent does not exist. */
export function readBucket(
  db: HqDatabase,
  centreId: string,
  name: StreamName,
  bucket: number,
): Promise<Omit<BucketAnswer, 'now'>> {
  const stream = streamOf(name, centreId)
  return inSnapshot(db, async (tx) => {
    const position = await headOf(tx, stream)
    const held = await tx
      .selectFrom('feedRow')
      .select(['entity', 'id'])
      .where('stream', '=', stream)
      .where('bucket', '=', bucket)
      .orderBy('id')
      .execute()
    const rows: WireRow[] = []
    for (const entity of entityNames) {
      const ids = held.filter((row) => row.entity === entity).map(({ id }) => id)
      if (ids.length > 0) rows.push(...(await rowsOf(tx, centreId, entity, ids)))
    }
    return { position, rows }
  })
}

async function rowsOf(tx: Tx, centreId: string, entity: EntityName, ids: readonly string[]): Promise<WireRow[]> {
  const owned = isShared(entity) ? sql`true` : sql`centre_id = ${centreId}`
  const { rows } = await sql<Record<string, unknown>>`
    select * from ${sql.table(entity)} where ${owned} and id in (${sql.join(ids)}) order by id`.execute(tx)
  return rows.map((row) => toWire(entity, row))
}

function streamOf(name: StreamName, centreId: string): string {
  return name === 'common' ? COMMON_STREAM : centreStream(centreId)
}

async function headOf(tx: Tx, stream: string): Promise<number> {
  return (await readHeads(tx, [stream])).get(stream)?.head ?? 0
}
