import { sql } from 'kysely'
import { addSeconds, type Instant } from '../domain/time.ts'
import type { HqDatabase, Tx } from './db/open.ts'
import { inTransaction } from './db/transaction.ts'
import { doRegularly } from './do-regularly.ts'
import type { Hq } from './hq.ts'

/** A PC that was away for longer reads all rows again, by the snapshot. */
const KEPT_SECONDS = 60 * 24 * 3600
const EVERY_MS = 24 * 3600 * 1000
const BATCH = 500

/**
 * Forgets what was published before an instant: changes, never rows nor outcomes. What a change told is in the rows; a cursor below
 * a stream's floor is answered `cursor-too-old`. In small transactions, each of which holds one head for a moment.
 * @returns how many changes were forgotten
 */
export async function compact(db: HqDatabase, before: Instant, batch = BATCH): Promise<number> {
  const feeds = await db.selectFrom('feed').select('stream').orderBy('stream').execute()
  let forgotten = 0
  for (const { stream } of feeds)
    for (let some = batch; some === batch; forgotten += some)
      some = await inTransaction(db, (tx) => forgetSome(tx, stream, before, batch))
  return forgotten
}

async function forgetSome(tx: Tx, stream: string, before: Instant, batch: number): Promise<number> {
  const oldest = await tx
    .selectFrom('change')
    .select(['position', 'at'])
    .where('stream', '=', stream)
    .orderBy('position')
    .limit(batch)
    .execute()
  // Clocks of instances differ a little: only what nothing older comes after.
  const kept = oldest.findIndex(({ at }) => at >= before)
  const old = kept === -1 ? oldest : oldest.slice(0, kept)
  const last = old.at(-1)
  if (!last) return 0
  await tx
    .updateTable('feed')
    .set({ floor: sql<number>`greatest(floor, ${last.position})` })
    .where('stream', '=', stream)
    .execute()
  await tx.deleteFrom('change').where('stream', '=', stream).where('position', '<=', last.position).execute()
  return old.length
}

/**
 * Forgets what is older than sixty days, now and every day.
 * @returns what ends it
 */
export function compactDaily(hq: Pick<Hq, 'db' | 'clock' | 'reportBug' | 'log'>): () => Promise<void> {
  const work = () => compact(hq.db, addSeconds(hq.clock.now(), -KEPT_SECONDS))
  return doRegularly(hq, { name: 'compaction', everyMs: EVERY_MS, work })
}
