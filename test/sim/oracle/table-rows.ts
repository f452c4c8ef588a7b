import { type EntityName, type EntityValue, entityNames } from '../../../domain/entities.ts'

/** A row as somebody holds it. */
export type HeldRow = { entity: EntityName; id: string; revision: number; value: Record<string, unknown> }

/** Rows in memory, by kind and id: what the oracles think with. Shares nothing with the tables of either side. */
export class TableRows {
  readonly tables = new Map<EntityName, Map<string, HeldRow>>(entityNames.map((entity) => [entity, new Map()]))

  constructor(from?: TableRows) {
    if (from) for (const [entity, rows] of from.tables) this.tables.set(entity, new Map(rows))
  }

  row(entity: EntityName, id: string): HeldRow | undefined {
    return this.tables.get(entity)?.get(id)
  }

  get<E extends EntityName>(entity: E, id: string | null): EntityValue<E> | null {
    return id === null ? null : ((this.row(entity, id)?.value as EntityValue<E> | undefined) ?? null)
  }

  list<E extends EntityName>(entity: E): EntityValue<E>[] {
    return [...(this.tables.get(entity)?.values() ?? [])].map(({ value }) => value as EntityValue<E>)
  }

  /** By id, for draws that must not depend on the order of arrival. */
  sorted<E extends EntityName>(entity: E): EntityValue<E>[] {
    return this.list(entity).sort((a, b) => (a.id < b.id ? -1 : 1))
  }

  put(row: HeldRow): void {
    this.tables.get(row.entity)?.set(row.id, row)
  }

  remove(entity: EntityName, id: string): void {
    this.tables.get(entity)?.delete(id)
  }

  *all(): Generator<HeldRow> {
    for (const rows of this.tables.values()) yield* rows.values()
  }
}

const texts = new WeakMap<object, string>()

/** A value as text, the same whatever the order of its fields, and whether it comes from SQLite, PostgreSQL or the wire. */
export function plainText(value: unknown): string {
  if (typeof value === 'boolean') return value ? '1' : '0'
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null)
  const known = texts.get(value)
  if (known !== undefined) return known
  const text = Array.isArray(value)
    ? `[${value.map(plainText).join()}]`
    : `{${Object.keys(value)
        .sort()
        .map((key) => `${key}:${plainText((value as Record<string, unknown>)[key])}`)
        .join()}}`
  texts.set(value, text)
  return text
}
