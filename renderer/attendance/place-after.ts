/** Where a key leads from a line; null when it leads nowhere. */
export function placeAfter(key: string, from: number, count: number): number | null {
  if (count === 0 || from < 0) return null
  if (key === 'ArrowDown') return Math.min(count - 1, from + 1)
  if (key === 'ArrowUp') return Math.max(0, from - 1)
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : null
}
