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
 * Where the cursor stands in a list that may have changed: on its own line, or else on the one that came after it, or before. A line of
 * the same kind comes first, wherever it stands: the work goes on where it was, before another kind of it begins.
 * @param before the lines among which it was; the kind of a line is what stands before the first « - » of its key
 */
export function cursorAmong(cursor: string | null, before: readonly string[], now: readonly string[]): string | null {
  if (cursor !== null && now.includes(cursor)) return cursor
  const at = cursor === null ? -1 : before.indexOf(cursor)
  if (cursor === null || at < 0) return now[0] ?? null
  const left = before.filter((key) => now.includes(key))
  const nextOf = (keys: readonly string[]) =>
    keys.find((key) => before.indexOf(key) > at) ?? keys.findLast((key) => before.indexOf(key) < at)
  return nextOf(left.filter((key) => kindOf(key) === kindOf(cursor))) ?? nextOf(left) ?? now[0] ?? null
}

function kindOf(key: string): string {
  return key.split('-', 1)[0] ?? key
}
