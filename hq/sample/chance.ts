/** Numbers that look drawn by chance and are the same for the same seed. For invented data only, never for keys or codes. */
export type Chance = {
  /** An integer from `least` to `most`, both included. */
  int: (least: number, most: number) => number
  pick: <T>(from: readonly T[]) => T
  /** The same things in another order. */
  shuffle: <T>(things: readonly T[]) => T[]
  bytes: (size: number) => Uint8Array
}

export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  // Mulberry32.
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const int = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  const pick = <T>(from: readonly T[]): T => {
    if (from.length === 0) throw new RangeError('Nothing to pick from')
    return from[int(0, from.length - 1)] as T
  }
  const shuffle = <T>(things: readonly T[]): T[] => {
    const left = [...things]
    return things.map(() => left.splice(int(0, left.length - 1), 1)[0] as T)
  }
  return { int, pick, shuffle, bytes: (size) => Uint8Array.from({ length: size }, () => int(0, 255)) }
}
