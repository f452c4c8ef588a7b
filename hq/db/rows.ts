import { sql } from 'kysely'
import type { WireRow } from '../../contract/rows.ts'
import { type EntityName, type EntityValue, entityNames, type Write } from '../../domain/entities.ts'
import { entityShapes } from '../../domain/shapes/entities.ts'
import type { Tx } from './open.ts'
import type { SharedEntity } from './schema.ts'

const SHARED: ReadonlySet<EntityName> = new Set<SharedEntity>([
  'examSession',
  'exam',
  'software',
  'centre',
  'candidate',
])
/** Facts only ever add rows: a second row of the same id is refused by the database (23505), never written over the first. */
const ADDED_ONCE: ReadonlySet<EntityName> = new Set([
  'payment',
  'paymentVoid',
  'receipt',
  'creditNote',
  'chequeDeposit',
  'chequeEnd',
  'depositVoid',
  'chequeEndVoid',
  'statementMatch',
  'creditUse',
  'creditReturn',
  'outcome',
  'reviewSettlement',
  'callNote',
  'reminder',
  'issuedPaper',
  'attendanceMark',
])
/** PostgreSQL takes 65 535 parameters in a statement; the widest row has some twenty columns. */
const ROWS_PER_STATEMENT = 1000

export function isShared(entity: EntityName): entity is SharedEntity {
  return SHARED.has(entity)
}

export function columnsOf(entity: EntityName): string[] {
  return Object.keys(entityShapes[entity].shape)
}

/** The value of a row, without what HQ keeps beside it. */
export function toValue<E extends EntityName>(entity: E, row: Record<string, unknown>): EntityValue<E> {
  return Object.fromEntries(columnsOf(entity).map((column) => [column, row[column]])) as EntityValue<E>
}

export function toWire(entity: EntityName, row: Record<string, unknown>): WireRow {
  const value = toValue(entity, row) as WireRow['value']
  return { entity, id: row.id as string, revision: row.revision as number, value }
}

/**
 * Writes whole rows of one centre, in the order in which rows may refer to each other, each with its next revision.
 * @returns the rows as they go into the feed
 */
export async function putRows(tx: Tx, centreId: string | null, writes: readonly Write[]): Promise<WireRow[]> {
  const rows: WireRow[] = []
  for (const entity of entityNames) {
    const values = writes.filter((write) => write.entity === entity).map((write) => write.value)
    for (let start = 0; start < values.length; start += ROWS_PER_STATEMENT)
      rows.push(...(await putSome(tx, centreId, entity, values.slice(start, start + ROWS_PER_STATEMENT))))
  }
  return rows
}

async function putSome(
  tx: Tx,
  centreId: string | null,
  entity: EntityName,
  values: readonly Write['value'][],
): Promise<WireRow[]> {
  if (!isShared(entity) && centreId === null) throw new Error(`A row of ${entity} belongs to a centre`)
  const owner = isShared(entity) ? {} : { centreId }
  const encoded = values.map((value) => ({ ...owner, ...encode(entity, value) }))
  // One statement for all kinds of rows: their columns are those of the domain's shapes, which the types cannot follow here.
  const insert = tx.insertInto(entity as 'centre').values(encoded as never)
  const upsert = ADDED_ONCE.has(entity)
    ? insert
    : insert.onConflict((conflict) =>
        conflict
          .columns((isShared(entity) ? ['id'] : ['centreId', 'id']) as never)
          .doUpdateSet(nextRevision(entity) as never),
      )
  const written = await upsert.returning(['id', 'revision']).execute()
  const revisions = new Map(written.map(({ id, revision }) => [id, revision]))
  return values.map((value) => ({
    entity,
    id: value.id,
    revision: revisions.get(value.id) ?? 1,
    value: value as unknown as NonNullable<WireRow['value']>,
  }))
}

function encode(entity: EntityName, value: Write['value']): Record<string, unknown> {
  const source = value as Record<string, unknown>
  return Object.fromEntries(
    columnsOf(entity).map((column) => {
      const cell = source[column]
      return [column, typeof cell === 'object' && cell !== null ? JSON.stringify(cell) : cell]
    }),
  )
}

function nextRevision(entity: EntityName): Record<string, unknown> {
  const columns = columnsOf(entity).filter((column) => column !== 'id')
  return {
    ...Object.fromEntries(columns.map((column) => [column, sql.ref(`excluded.${column}`)])),
    revision: sql`${sql.ref(`${entity}.revision`)} + 1`,
  }
}

/** Takes a row away. Gives its tombstone, whose revision is above every one the row had; null when there was no such row. */
export async function removeRow(
  tx: Tx,
  centreId: string,
  entity: Exclude<EntityName, SharedEntity>,
  id: string,
): Promise<WireRow | null> {
  const removed = await tx
    .deleteFrom(entity as 'entry')
    .where('centreId', '=', centreId)
    .where('id', '=', id)
    .returning('revision')
    .executeTakeFirst()
  return removed ? { entity, id, revision: removed.revision + 1, value: null } : null
}
