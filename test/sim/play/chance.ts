/** Every choice, id and byte of a simulated day, drawn from its seed. */
export type Chance = {
  /** In [0, 1). */
  next(): number
  /** An integer in [0, below). */
  below(limit: number): number
  /** True once in `oneIn` draws. */
  once(oneIn: number): boolean
  pick<T>(from: readonly T[]): T | undefined
  /** One of the keys, as often as its weight says. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K
  bytes(size: number): Uint8Array
}

/** The same parts give the same draws, on every machine. */
export function chanceOf(...parts: readonly (string | number)[]): Chance {
  let state = hash(parts.join('/'))
  /** Mulberry32: small, fast, and good enough to shuffle a day. */
  function next(): number {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    next,
    below,
    once: (oneIn) => next() * oneIn < 1,
    pick: (from) => from[below(from.length)],
    weighted(weights) {
      const entries = Object.entries<number>(weights) as [keyof typeof weights, number][]
      let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [key, weight] of entries) {
        left -= weight
        if (left < 0) return key
      }
      throw new Error('no weight above zero')
    },
    bytes: (size) => Uint8Array.from({ length: size }, () => below(256)),
  }
}

/** FNV-1a, mixed once more: seeds 1 and 2 must not start alike. */
function hash(text: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  return (h ^ (h >>> 13)) | 0
}
