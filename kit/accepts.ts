import type { Accept } from './kept.ts'

/** What a value kept by an earlier version must look like to be believed: small parts, put together by each form. */

type Accepted<A> = A extends Accept<infer V> ? V : never

export const isText: Accept<string> = (value) => typeof value === 'string'

export const isYesNo: Accept<boolean> = (value) => typeof value === 'boolean'

export function isOneOf<const V>(...values: readonly V[]): Accept<V> {
  return (value): value is V => values.some((one) => one === value)
}

export function orNull<V>(accept: Accept<V>): Accept<V | null> {
  return (value): value is V | null => value === null || accept(value)
}

export function isListOf<V>(accept: Accept<V>): Accept<V[]> {
  return (value): value is V[] => Array.isArray(value) && value.every(accept)
}

/** Texts under keys that nobody fixed beforehand. */
export function isTableOf<V>(accept: Accept<V>): Accept<Record<string, V>> {
  return (value): value is Record<string, V> => isPlain(value) && Object.values(value).every(accept)
}

/** Every field named, each accepted; others are let through. */
export function isShaped<S extends Record<string, Accept<unknown>>>(
  shape: S,
): Accept<{ [K in keyof S]: Accepted<S[K]> }> {
  return (value): value is { [K in keyof S]: Accepted<S[K]> } =>
    isPlain(value) && Object.entries(shape).every(([name, accept]) => accept(value[name]))
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
