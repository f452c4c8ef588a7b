/** The one of these names that was probably meant, and by how many letters it differs; null when none is near. @param names plain, as `typed` is */
export function nearestName(typed: string, names: readonly string[]): { name: string; changes: number } | null {
  const near = names
    .map((name) => ({ name, changes: isBegun(typed, name) ? 1 : changesBetween(typed, name) }))
    .filter(({ name, changes }) => changes <= Math.max(2, Math.floor(name.length / 2)) && changes < name.length)
    .sort((a, b) => a.changes - b.changes)
  return near[0] ?? null
}

/** Somebody is still typing it. */
function isBegun(typed: string, name: string): boolean {
  return typed.length > 1 && typed.length < name.length && name.startsWith(typed)
}

/** Letters added, left out or changed from one word to the other (Levenshtein). */
function changesBetween(one: string, other: string): number {
  let before = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (const [row, letter] of [...one].entries()) {
    const now = [row + 1]
    for (const [column, wanted] of [...other].entries())
      now.push(
        Math.min(
          (now[column] ?? 0) + 1,
          (before[column + 1] ?? 0) + 1,
          (before[column] ?? 0) + (letter === wanted ? 0 : 1),
        ),
      )
    before = now
  }
  return before.at(-1) ?? 0
}
