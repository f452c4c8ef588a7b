/** A row as it is shown; `gone`: no longer among the rows, and still standing where it was. */
export type Steady<T> = { row: T; gone: boolean }

/**
 * The rows that were shown, each in its place, with what is now known of it: while somebody is about to click nothing may come under the
 * pointer. What is new waits until they have done.
 */
export function steadyRows<T>(shown: readonly Steady<T>[], rows: readonly T[], keyOf: (row: T) => string): Steady<T>[] {
  const latest = new Map(rows.map((row) => [keyOf(row), row]))
  return shown.map(({ row }) => {
    const now = latest.get(keyOf(row))
    return now === undefined ? { row, gone: true } : { row: now, gone: false }
  })
}

/**
 * Where the cursor stands in a list that may have changed: on its own line, or else on the one that came after it, or before.
 * @param before the lines among which it was
 */
export function cursorAmong(cursor: string | null, before: readonly string[], now: readonly string[]): string | null {
  if (cursor !== null && now.includes(cursor)) return cursor
  const at = cursor === null ? -1 : before.indexOf(cursor)
  if (at < 0) return now[0] ?? null
  const after = before.slice(at + 1).find((key) => now.includes(key))
  return after ?? before.slice(0, at).findLast((key) => now.includes(key)) ?? now[0] ?? null
}
