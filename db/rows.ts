import { CompiledQuery, sql } from 'kysely'
import type { EntityName, EntityValue, Write } from '../domain/entities.ts'
import { entityShapes } from '../domain/shapes/entities.ts'
import { decode, encode, encodeInto } from './codec.ts'
import type { Db, Tx } from './schema.ts'

/**
 * Reads and writes of whole rows, the same for every entity. Kysely cannot type a table chosen at run time: the four casts of
 * this file are where that ends.
 */

export type Kept<E extends EntityName> = { value: EntityValue<E>; revision: number }

export async function getRow<E extends EntityName>(db: Db | Tx, entity: E, id: string): Promise<EntityValue<E> | null> {
  return (await getKept(db, entity, id))?.value ?? null
}

export async function getKept<E extends EntityName>(db: Db | Tx, entity: E, id: string): Promise<Kept<E> | null> {
  const row = await (db as Db)
    .selectFrom(entity as 'entry')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? { value: decode(entity, row as never), revision: row.revision } : null
}

/** Which of these rows are here, with their revisions, by id. */
export async function getManyKept<E extends EntityName>(
  tx: Tx,
  entity: E,
  ids: readonly string[],
): Promise<Map<string, Kept<E>>> {
  // One text bound, whatever the number of ids: a statement of its own for each number would be prepared again and again.
  const rows = await tx
    .selectFrom(entity as 'entry')
    .selectAll()
    .where(sql<boolean>`id in (select value from json_each(${JSON.stringify(ids)}))`)
    .execute()
  return new Map(rows.map((row) => [row.id, { value: decode(entity, row as never), revision: row.revision }]))
}

/** The rows that exist among those asked for, in no order. */
export async function getRows<E extends EntityName>(
  db: Db | Tx,
  entity: E,
  ids: readonly string[],
): Promise<EntityValue<E>[]> {
  const found: EntityValue<E>[] = []
  // SQLite takes 32 766 bound values; 500 keeps the number of distinct statements small.
  for (let from = 0; from < ids.length; from += 500) {
    const rows = await (db as Db)
      .selectFrom(entity as 'entry')
      .selectAll()
      .where('id', 'in', ids.slice(from, from + 500))
      .execute()
    for (const row of rows) found.push(decode(entity, row as never))
  }
  return found
}

export async function listRows<E extends EntityName>(db: Db | Tx, entity: E): Promise<EntityValue<E>[]> {
  const rows = await (db as Db)
    .selectFrom(entity as 'entry')
    .selectAll()
    .execute()
  return rows.map((row) => decode(entity, row as never))
}

type SessionScoped = { [E in EntityName]: EntityValue<E> extends { sessionId: string } ? E : never }[EntityName]

export async function listRowsOfSession<E extends SessionScoped>(
  db: Db | Tx,
  entity: E,
  sessionId: string,
): Promise<EntityValue<E>[]> {
  const rows = await (db as Db)
    .selectFrom(entity as 'entry')
    .selectAll()
    .where('sessionId', '=', sessionId)
    .execute()
  return rows.map((row) => decode(entity, row as never))
}

/** Inserts or replaces a row. */
export async function putRow(tx: Tx, write: Write, revision: number): Promise<void> {
  const stored = { ...encode(write.entity, write.value as never), revision }
  await tx
    .insertInto(write.entity as 'entry')
    .values(stored as never)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(stored as never))
    .execute()
}

/** As many rows as one statement writes: far below what SQLite binds, and few distinct statements to prepare. */
const ROWS_PER_STATEMENT = 50

/**
 * Inserts or replaces many rows of one kind. A page of HQ's holds a thousand: built by Kysely value by value, the statements would cost
 * more than the writing.
 */
export async function putRows(
  tx: Tx,
  entity: EntityName,
  rows: readonly { value: Write['value']; revision: number }[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_PER_STATEMENT) {
    const some = rows.slice(from, from + ROWS_PER_STATEMENT)
    const values: unknown[] = []
    for (const { value, revision } of some) {
      encodeInto(values, entity, value)
      values.push(revision)
    }
    await tx.executeQuery(CompiledQuery.raw(upsertText(entity, some.length), values))
  }
}

/** Texts of statements, by kind and number of rows: at most fifty a kind, each made once. */
const upsertTexts = new Map<string, string>()

function upsertText(entity: EntityName, rows: number): string {
  const key = `${entity} ${rows}`
  const known = upsertTexts.get(key)
  if (known) return known
  const names = [...Object.keys(entityShapes[entity].shape), 'revision'].map((field) => `"${snakeCase(field)}"`)
  const places = `(${names.map(() => '?').join(',')})`
  const updates = names.filter((name) => name !== '"id"').map((name) => `${name} = excluded.${name}`)
  const text = `insert into "${snakeCase(entity)}" (${names.join(',')}) values ${new Array(rows).fill(places).join(',')}
    on conflict ("id") do update set ${updates.join(',')}`
  upsertTexts.set(key, text)
  return text
}

/** As Kysely's plugin writes names: `heldOn` is `held_on`. */
function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

export async function removeRow(tx: Tx, entity: EntityName, id: string): Promise<void> {
  await tx
    .deleteFrom(entity as 'entry')
    .where('id', '=', id)
    .execute()
}

/** A row read back from JSON that this PC wrote itself, checked all the same: a bug must not become data. */
export function asWrite(entity: EntityName, json: string): Write {
  return { entity, value: entityShapes[entity].parse(JSON.parse(json)) } as Write
}
