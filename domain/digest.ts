import type { EntityName } from './entities.ts'

/**
 * How the rows of a stream are summed up, so that a desk and HQ can tell by one number whether they hold the same. Both sides take the
 * first 64 bits of the SHA-256 of `rowText` and add them up modulo 2^64: order does not matter, and one row in or out is one addition.
 */

/** Raised when the shapes of rows change: sums of two versions say nothing of each other. */
export const DIGEST_VERSION = 1

/** Parts of a stream that are compared apart when its sum disagrees. A power of two. */
export const BUCKETS = 256

const MODULUS = 1n << 64n

/** A row as text, the same wherever it was kept: the keys of its value, at every depth, in one order. */
export function rowText(entity: EntityName, id: string, revision: number, value: unknown): string {
  return `${entity}\n${id}\n${revision}\n${JSON.stringify(inKeyOrder(value))}`
}

/** What decides in which bucket a row is counted: its place, never its content. */
export function placeText(entity: EntityName, id: string): string {
  return `${entity}/${id}`
}

/** The bucket of a row, from the first 64 bits of the SHA-256 of its `placeText`. */
export function bucketOfHash(placeHash: bigint): number {
  return Number(placeHash & BigInt(BUCKETS - 1))
}

export function addSums(sum: bigint, ...others: readonly bigint[]): bigint {
  return others.reduce((total, other) => (total + other) % MODULUS, sum)
}

export function subtractSum(sum: bigint, other: bigint): bigint {
  return (sum - other + MODULUS) % MODULUS
}

/** A copy with its keys in order: handed to JSON as it is, it is written three times faster than through a replacer. */
function inKeyOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(inKeyOrder)
  const source = value as Record<string, unknown>
  const copy: Record<string, unknown> = {}
  for (const key of sorted(Object.keys(source))) copy[key] = inKeyOrder(source[key])
  return copy
}

/** The last list of keys of each length, and the same sorted: rows of one kind come together, their keys in one order. */
const lastSorted = new Map<number, { keys: readonly string[]; inOrder: readonly string[] }>()

function sorted(keys: readonly string[]): readonly string[] {
  const last = lastSorted.get(keys.length)
  if (last?.keys.every((key, index) => key === keys[index])) return last.inOrder
  const inOrder = keys.toSorted()
  lastSorted.set(keys.length, { keys, inOrder })
  return inOrder
}
