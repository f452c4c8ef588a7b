import { sql } from 'kysely'
import type { WireRow } from '../contract/rows.ts'
import { addSums, subtractSum } from '../domain/digest.ts'
import type { Tx } from './db/open.ts'
import { hashRow, type RowHash } from './row-hash.ts'

const ROWS_PER_STATEMENT = 2000

/** What one stream is about to publish. */
export type StreamRows = { stream: string; rows: readonly WireRow[] }

/**
 * Keeps what readers of each stream hold once they have applied these rows.
 * The lock of a row published (its own, taken by writing it) must be held: that is what makes the old hash the last one.
 * @returns what to add to the sum of each stream, modulo 2^64
 */
export async function keepFeedRows(tx: Tx, published: readonly StreamRows[]): Promise<Map<string, bigint>> {
  const sums = new Map<string, bigint>()
  const hashes = new Map<WireRow, RowHash>()
  const put: Record<string, unknown>[] = []
  const removed: { stream: string; entity: string; id: string }[] = []
  for (const { stream, rows } of published)
    for (const row of rows) {
      const { entity, id, revision } = row
      if (row.value === null) {
        removed.push({ stream, entity, id })
        continue
      }
      const { hash, bucket } = hashes.get(row) ?? hashRow(row)
      hashes.set(row, { hash, bucket })
      // A bigint column is signed: the same 64 bits, read the other way.
      put.push({ stream, entity, id, revision, hash: BigInt.asIntN(64, hash).toString(), bucket })
      sums.set(stream, addSums(sums.get(stream) ?? 0n, hash))
    }
  const replaced = [
    ...(await inPieces(put, (piece) => putRows(tx, piece))),
    ...(await inPieces(removed, (piece) => remove(tx, piece))),
  ]
  for (const { stream, sum } of replaced)
    sums.set(stream, subtractSum(sums.get(stream) ?? 0n, BigInt.asUintN(64, BigInt(sum))))
  return sums
}

type Replaced = { stream: string; sum: string }

async function inPieces<T>(all: readonly T[], work: (piece: readonly T[]) => Promise<Replaced[]>): Promise<Replaced[]> {
  const replaced: Replaced[] = []
  for (let start = 0; start < all.length; start += ROWS_PER_STATEMENT)
    replaced.push(...(await work(all.slice(start, start + ROWS_PER_STATEMENT))))
  return replaced
}

/** All parts of one statement see the table as it was before it: `old` are the hashes that `put` writes over. */
async function putRows(tx: Tx, rows: readonly unknown[]): Promise<Replaced[]> {
  const written = await sql<Replaced>`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(
        stream text collate "C", entity text collate "C", id text collate "C", revision integer, hash bigint, bucket smallint)),
    old as (
      select feed_row.stream, sum(feed_row.hash)::text as sum from given join feed_row using (stream, entity, id) group by 1),
    put as (
      insert into feed_row select stream, entity, id, revision, hash, bucket from given
      on conflict (stream, entity, id) do update set revision = excluded.revision, hash = excluded.hash)
    select stream, sum from old`.execute(tx)
  return written.rows
}

async function remove(tx: Tx, rows: readonly unknown[]): Promise<Replaced[]> {
  const removed = await sql<Replaced>`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(
        stream text collate "C", entity text collate "C", id text collate "C")),
    gone as (
      delete from feed_row using given
      where feed_row.stream = given.stream and feed_row.entity = given.entity and feed_row.id = given.id
      returning feed_row.stream, feed_row.hash)
    select stream, sum(hash)::text as sum from gone group by 1`.execute(tx)
  return removed.rows
}
