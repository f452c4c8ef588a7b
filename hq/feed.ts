import { sql } from 'kysely'
import type { WireRow } from '../contract/rows.ts'
import { type EntityName, entities, isEntityName, type Write } from '../domain/entities.ts'
import type { Instant } from '../domain/time.ts'
import { noteEnds } from './candidates/entry-ends.ts'
import type { Tx } from './db/open.ts'
import { putRows, removeRow } from './db/rows.ts'
import type { CentreEntity } from './db/schema.ts'
import { keepFeedRows } from './feed-rows.ts'
import { notePublished } from './published.ts'
import { candidatesOf, leaversOf, newcomersTo } from './sight.ts'
import { COMMON_STREAM, centreStream } from './stream-names.ts'
import { putAside } from './work-aside.ts'

export type Publication = {
  /** The centre whose rows these are; null when all of them are common. */
  centreId: string | null
  commandId: string | null
  at: Instant
  writes: readonly Write[]
  tombstones?: readonly { entity: CentreEntity; id: string }[]
  /** Rows of other centres that change with these. */
  elsewhere?: readonly CentreWrites[]
}

export type CentreWrites = { centreId: string; writes: readonly Write[] }

/**
 * Writes rows and makes them one position of each stream they belong to. Must be the last thing its transaction does:
 * the head of a stream stays locked from here to the commit, so positions are committed in their order and a reader that saw
 * one has missed none below it. Heads are locked in the order of their names, after every other lock.
 */
export async function publish(
  tx: Tx,
  { centreId, commandId, at, writes, tombstones = [], elsewhere = [] }: Publication,
): Promise<void> {
  const rows: WireRow[] = []
  /** The centre of a row that is not of `centreId`. */
  const placed = new Map<WireRow, string>()
  for (const part of [{ centreId, writes }, ...elsewhere]) {
    const newcomers = part.centreId === null ? [] : await newcomersTo(tx, part.centreId, part.writes)
    await noteEnds(tx, part.centreId, at, part.writes)
    for (const row of await putRows(tx, part.centreId, [...newcomers, ...part.writes])) {
      rows.push(row)
      if (part.centreId !== null && part.centreId !== centreId) placed.set(row, part.centreId)
    }
  }
  const streams = new Map<string, WireRow[]>()
  const own = centreStream(centreId ?? '')
  if (tombstones.length > 0) {
    if (centreId === null) throw new Error('What is removed belongs to a centre')
    const asked = await candidatesOf(tx, centreId, tombstones)
    for (const { entity, id } of tombstones) {
      const tombstone = await removeRow(tx, centreId, entity, id)
      if (tombstone) rows.push(tombstone)
    }
    const leaving = await leaversOf(tx, centreId, asked)
    const ids = leaving.map(({ id }) => id)
    if (leaving.length > 0) streams.set(own, [...(await putAside(tx, centreId, ids)), ...leaving])
  }
  const leavers = new Set([...streams.values()].flat().flatMap(({ entity, id }) => (entity === 'candidate' ? id : [])))
  const audience = await centresOf(tx, rows)
  for (const row of rows) {
    for (const stream of streamsOf(row, placed.get(row) ?? centreId, audience)) {
      // Written with the tombstone of their last request here: the others hear of it, this centre that they have left.
      if (row.entity === 'candidate' && leavers.has(row.id) && stream === own) continue
      const inStream = streams.get(stream) ?? []
      inStream.push(row)
      streams.set(stream, inStream)
    }
  }
  const inOrder = [...streams]
    .map(([stream, rows]) => ({ stream, rows }))
    .sort((a, b) => (a.stream < b.stream ? -1 : 1))
  // All that takes time is done before the first head is locked.
  const sums = await keepFeedRows(tx, inOrder)
  for (const { stream, rows } of inOrder) await append(tx, { stream, commandId, at, rows, sum: sums.get(stream) ?? 0n })
  notePublished(
    tx,
    inOrder.map(({ stream }) => stream),
  )
}

function streamsOf(
  row: WireRow,
  centreId: string | null,
  audience: ReadonlyMap<string, ReadonlySet<string>>,
): string[] {
  if (!isEntityName(row.entity) || entities[row.entity].stream === 'common') return [COMMON_STREAM]
  const centres = row.entity === ('candidate' satisfies EntityName) ? new Set(audience.get(row.id)) : new Set<string>()
  if (centreId !== null) centres.add(centreId)
  return [...centres].map(centreStream)
}

/** A candidate's row goes to every centre that has a request of theirs. */
async function centresOf(tx: Tx, rows: readonly WireRow[]): Promise<Map<string, Set<string>>> {
  const centres = new Map<string, Set<string>>()
  const ids = rows.filter(({ entity }) => entity === 'candidate').map(({ id }) => id)
  if (ids.length === 0) return centres
  const requests = await tx
    .selectFrom('request')
    .select(['candidateId', 'centreId'])
    .distinct()
    .where('candidateId', 'in', ids)
    .execute()
  for (const { candidateId, centreId } of requests)
    centres.set(candidateId, (centres.get(candidateId) ?? new Set()).add(centreId))
  return centres
}

type Change = { stream: string; commandId: string | null; at: Instant; rows: readonly WireRow[]; sum: bigint }

async function append(tx: Tx, { stream, commandId, at, rows, sum }: Change): Promise<void> {
  const { head } = await tx
    .insertInto('feed')
    .values({ stream, head: 1, digest: sum.toString() })
    .onConflict((conflict) =>
      conflict.column('stream').doUpdateSet({
        head: sql<number>`feed.head + 1`,
        digest: sql<string>`mod(feed.digest + excluded.digest, 18446744073709551616)`,
      }),
    )
    .returning('head')
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('change')
    .values({ stream, position: head, commandId, at, rowCount: rows.length, rows: JSON.stringify(rows) })
    .execute()
}
