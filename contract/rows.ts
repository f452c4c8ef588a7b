import { z } from 'zod'
import { type EntityName, type EntityValue, isEntityName } from '../domain/entities.ts'
import { Id } from '../domain/shapes/basic.ts'
import { entityShapes } from '../domain/shapes/entities.ts'

/**
 * Not looked into: what came as JSON is JSON, and `readRow` checks every field. Walking through it here as well would take a first sync
 * longer than writing the rows.
 */
const JsonObject = z
  .custom<Record<string, z.core.util.JSONType>>(
    (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  )
  .meta({ type: 'object', additionalProperties: true })

/**
 * One row as it crosses the wall between HQ and a desk. `value: null` is a tombstone; an absent row says nothing.
 * `entity` stays open: a newer HQ may send kinds of rows that this version does not know.
 */
export const WireRow = z.object({
  entity: z.string().max(64),
  id: Id,
  /** Grows with each write of the row at HQ. */
  revision: z.int().min(1),
  value: JsonObject.nullable(),
})
export type WireRow = z.infer<typeof WireRow>

export type KnownRow = {
  [E in EntityName]: { entity: E; id: string; revision: number; value: EntityValue<E> | null }
}[EntityName]

/** That a row was taken away. Cast: TypeScript tells apart no more than 25 kinds of rows by their name. */
export function tombstone(entity: EntityName, id: string, revision: number): KnownRow {
  return { entity, id, revision, value: null } as KnownRow
}

/**
 * The row with its value checked, `'unknown'` when this version has no such entity, or the field that is wrong.
 * @throws never: a hostile value is an answer, not an exception
 */
export function readRow(row: WireRow): KnownRow | 'unknown' | { invalid: string } {
  if (!isEntityName(row.entity)) return 'unknown'
  const { entity, id, revision } = row
  if (row.value === null) return tombstone(entity, id, revision)
  const parsed = entityShapes[entity].safeParse(row.value)
  if (!parsed.success) return { invalid: `${entity}.${parsed.error.issues[0]?.path.join('.') ?? ''}` }
  if (parsed.data.id !== id) return { invalid: `${entity}.id` }
  return { entity, id, revision, value: parsed.data } as KnownRow
}
