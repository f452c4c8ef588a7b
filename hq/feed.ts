import { sql } from 'kysely'
import type { WireRow } from '../contract/rows.ts'
import { type EntityName, entities, isEntityName, type Write } from '../domain/entities.ts'
import type { Instant } from '../domain/time.ts'
import type { HqDatabase, Tx } from './db/open.ts'
import { putRows, removeRow } from './db/rows.ts'
import type { CentreEntity } from './db/schema.ts'

export const COMMON_STREAM = 'common'

export function centreStream(centreId: string): string {
  return `centre:${centreId}`
}

export type Publication = {
  /** The centre whose rows these are; null when all of them are common. */
  centreId: string | null
  commandId: string | null
  at: Instant
  writes: readonly Write[]
  tombstones?: readonly { entity: CentreEntity; id: string }[]
}

/**
 * Writes rows and makes them one position of each stream they belong to. Must be the last thing its transaction does:
 * the head of a stream stays locked from here to the commit, so positions are committed in their order and a reader that saw
 * one has missed none below it. Heads are locked in the order of their names, after every other lock.
 */
export async function publish(
  tx: Tx,
  { centreId, commandId, at, writes, tombstones = [] }: Publication,
): Promise<void> {
  const rows = await putRows(tx, centreId, writes)
  for (const { entity, id } of tombstones) {
    if (centreId === null) throw new Error(`A row of ${entity} belongs to a centre`)
    const tombstone = await removeRow(tx, centreId, entity, id)
    if (tombstone) rows.push(tombstone)
  }
  const streams = new Map<string, WireRow[]>()
  const audience = await centresOf(tx, rows)
  for (const row of rows) {
    for (const stream of streamsOf(row, centreId, audience)) {
      const inStream = streams.get(stream) ?? []
      inStream.push(row)
      streams.set(stream, inStream)
    }
  }
  for (const [stream, inStream] of [...streams].sort(([a], [b]) => (a < b ? -1 : 1)))
    await append(tx, { stream, commandId, at, rows: inStream })
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

type Change = { stream: string; commandId: string | null; at: Instant; rows: readonly WireRow[] }

async function append(tx: Tx, { stream, commandId, at, rows }: Change): Promise<void> {
  const { head } = await tx
    .insertInto('feed')
    .values({ stream, head: 1 })
    .onConflict((conflict) => conflict.column('stream').doUpdateSet({ head: sql<number>`feed.head + 1` }))
    .returning('head')
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('change')
    .values({ stream, position: head, commandId, at, rowCount: rows.length, rows: JSON.stringify(rows) })
    .execute()
}

/** How far each stream goes, 0 for one that nothing was published in. */
export async function headsOf(db: HqDatabase, centreId: string): Promise<{ common: number; centre: number }> {
  const heads = await db
    .selectFrom('feed')
    .selectAll()
    .where('stream', 'in', [COMMON_STREAM, centreStream(centreId)])
    .execute()
  const headOf = (stream: string) => heads.find((feed) => feed.stream === stream)?.head ?? 0
  return { common: headOf(COMMON_STREAM), centre: headOf(centreStream(centreId)) }
}
