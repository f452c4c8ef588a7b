/** Rows that come and go together, in one body of the table: few enough to be drawn within a frame. */
export const CHUNK = 4

/** A body of a long table as it stands on the screen: one chunk, or the place of several that are far from the eye. */
export type Body = {
  /** Its first row, and the one after its last. */
  start: number
  end: number
  /** In CSS pixels, from wherever the span is counted from too. */
  top: number
  height: number
}

/** From and to, in CSS pixels. */
export type Span = { from: number; to: number }

/**
 * The first rows of the chunks that touch a span, in order. Those of a body that keeps the place of several are found by their heights.
 * @param heightOf height of the chunk that begins with that row, in CSS pixels: as it was last seen, or guessed
 */
export function chunksWithin(
  bodies: readonly Body[],
  { from, to }: Span,
  heightOf: (start: number) => number,
): number[] {
  return bodies.flatMap(({ start, end, top, height }) => {
    if (top + height < from || top > to) return []
    if (end - start <= CHUNK) return [start]
    const found: number[] = []
    for (let first = start, y = top; first < end && y <= to; first += CHUNK) {
      y += heightOf(first)
      if (y >= from) found.push(first)
    }
    return found
  })
}

type Chunks = {
  drawn: readonly number[]
  /** In sight. */
  seen: readonly number[]
  /** Near enough to be drawn beforehand. */
  wanted: readonly number[]
  /** Not yet so far that they go. */
  staying: readonly number[]
}

/**
 * The chunks to be drawn next, in order: whatever is in sight, and of those around it one more than before, so that no frame waits for
 * many.
 */
export function chooseChunks({ drawn, seen, wanted, staying }: Chunks): number[] {
  const kept = new Set([...drawn.filter((start) => staying.includes(start)), ...seen])
  const missing = wanted.filter((start) => !kept.has(start))
  const middle = ((seen[0] ?? 0) + (seen.at(-1) ?? 0)) / 2
  const [next] = missing.toSorted((a, b) => Math.abs(a - middle) - Math.abs(b - middle))
  if (next !== undefined) kept.add(next)
  return [...kept].sort((a, b) => a - b)
}

/** A stretch of a long table: a chunk that is drawn, or all between two of them. */
export type Stretch = { start: number; end: number; drawn: boolean }

/** The bodies of a table of `count` rows, in order: the chunks that begin with these rows, and what lies between them. */
export function stretchesOf(count: number, drawn: Iterable<number>): Stretch[] {
  const starts = [...new Set(drawn)].filter((start) => start < count).sort((a, b) => a - b)
  const stretches: Stretch[] = []
  let from = 0
  for (const start of starts) {
    if (start > from) stretches.push({ start: from, end: start, drawn: false })
    from = Math.min(count, start + CHUNK)
    stretches.push({ start, end: from, drawn: true })
  }
  if (from < count) stretches.push({ start: from, end: count, drawn: false })
  return stretches
}
