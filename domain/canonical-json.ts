/**
 * A value as JSON that is the same wherever it was kept: keys in order, and none whose value is null or absent, so that a field added
 * later with null for what was written before changes nothing.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(inKeyOrder(value))
}

function inKeyOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(inKeyOrder)
  const pairs = Object.entries(value).filter(([, one]) => one !== null && one !== undefined)
  return Object.fromEntries(pairs.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, inKeyOrder(one)]))
}
