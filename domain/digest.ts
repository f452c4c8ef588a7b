import type { EntityName } from './entities.ts'
import { entityShapes } from './shapes/entities.ts'

/**
 * How the rows of a stream are summed up, so that a desk and HQ can tell by one number whether they hold the same. Both sides take the
 * first 64 bits of the SHA-256 of `rowText` and add them up modulo 2^64: order does not matter, and one row in or out is one addition.
 */

/** Raised when the shapes of rows change, or their text: sums of two versions say nothing of each other. */
export const DIGEST_VERSION = 8

/** Parts of a stream that are compared apart when its sum disagrees. A power of two. */
export const BUCKETS = 256

/** The fields of each kind of row, in one order. */
const fieldsInOrder = new Map(
  Object.entries(entityShapes).map(([name, schema]) => [name as EntityName, Object.keys(schema.shape).toSorted()]),
)

/**
 * A row as text, the same wherever it was kept: its place and revision, then its values in the order of their fields' names. A text is
 * preceded by its length, a list or an object is JSON with its keys in order, anything else ends with a semicolon: two rows that differ
 * never read the same. Written in one go: a copy of the row handed to JSON would cost a first sync a third more.
 */
export function rowText(entity: EntityName, id: string, revision: number, value: Record<string, unknown>): string {
  let text = `${entity}\n${id}\n${revision}\n`
  for (const field of fieldsInOrder.get(entity) ?? []) text += valueText(value[field])
  return text
}

function valueText(value: unknown): string {
  if (typeof value === 'string') return `${value.length}:${value}`
  return typeof value === 'object' && value !== null ? JSON.stringify(inKeyOrder(value)) : `${value};`
}

/** What decides in which bucket a row is counted: its place, never its content. */
export function placeText(entity: EntityName, id: string): string {
  return `${entity}/${id}`
}

/** The ids of one kind of row among places given as `placeText` writes them. */
export function idsAmong(entity: EntityName, places: Iterable<string>): string[] {
  const before = placeText(entity, '')
  return [...places].flatMap((place) => (place.startsWith(before) ? place.slice(before.length) : []))
}

/** The bucket of a row, from the first 64 bits of the SHA-256 of its `placeText`. */
export function bucketOfHash(placeHash: bigint): number {
  return Number(placeHash & BigInt(BUCKETS - 1))
}

export function addSums(sum: bigint, other: bigint): bigint {
  return BigInt.asUintN(64, sum + other)
}

export function subtractSum(sum: bigint, other: bigint): bigint {
  return BigInt.asUintN(64, sum - other)
}

function inKeyOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(inKeyOrder)
  const source = value as Record<string, unknown>
  const copy: Record<string, unknown> = {}
  for (const key of sorted(Object.keys(source))) copy[key] = inKeyOrder(source[key])
  return copy
}

/** The last list of keys of each length, and the same sorted: what rows of one kind hold has its keys in one order. */
const lastSorted = new Map<number, { keys: readonly string[]; inOrder: readonly string[] }>()

function sorted(keys: readonly string[]): readonly string[] {
  const last = lastSorted.get(keys.length)
  if (last?.keys.every((key, index) => key === keys[index])) return last.inOrder
  const inOrder = keys.toSorted()
  lastSorted.set(keys.length, { keys, inOrder })
  return inOrder
}
