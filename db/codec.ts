import { z } from 'zod'
import type { EntityName, EntityValue, Write } from '../domain/entities.ts'
import { entityShapes } from '../domain/shapes/entities.ts'

/** How a row's value is laid out in SQLite: lists and objects as JSON text, booleans as 0 or 1, the rest as it is. */
export type Stored<T> = { [K in keyof T]: StoredField<T[K]> }
type StoredField<T> = [T] extends [boolean]
  ? number
  : [T] extends [string | number | null]
    ? T
    : null extends T
      ? string | null
      : string

type Layout = 'json' | 'boolean' | 'plain'

function layoutOf(field: z.core.$ZodType): Layout {
  if (field instanceof z.ZodNullable) return layoutOf(field.unwrap())
  if (field instanceof z.ZodBoolean) return 'boolean'
  return field instanceof z.ZodObject || field instanceof z.ZodArray || field instanceof z.ZodRecord ? 'json' : 'plain'
}

const layouts = Object.fromEntries(
  Object.entries(entityShapes).map(([name, schema]) => [
    name,
    Object.entries(schema.shape).map(([field, type]) => [field, layoutOf(type)] as const),
  ]),
) as Record<EntityName, (readonly [string, Layout])[]>

export function encode<E extends EntityName>(entity: E, value: EntityValue<E>): Stored<EntityValue<E>> {
  const stored: Record<string, unknown> = {}
  for (const [field, layout] of layouts[entity]) stored[field] = laidOut(layout, (value as never)[field])
  return stored as Stored<EntityValue<E>>
}

/** What `encode` gives, field after field as the kind of row lists them, added to values that one statement will write. */
export function encodeInto(values: unknown[], entity: EntityName, value: Write['value']): void {
  for (const [field, layout] of layouts[entity]) values.push(laidOut(layout, (value as never)[field]))
}

function laidOut(layout: Layout, item: unknown): unknown {
  if (layout === 'plain' || item === null) return item
  return layout === 'json' ? JSON.stringify(item) : Number(item)
}

/** The value without what the table adds to it (`revision`). */
export function decode<E extends EntityName>(entity: E, row: Stored<EntityValue<E>>): EntityValue<E> {
  const source = row as Record<string, unknown>
  const value: Record<string, unknown> = {}
  for (const [field, layout] of layouts[entity]) {
    const item = source[field]
    value[field] =
      layout === 'json' && item !== null ? JSON.parse(String(item)) : layout === 'boolean' ? item === 1 : item
  }
  return value as EntityValue<E>
}
