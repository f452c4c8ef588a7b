/** The oldest application that HQ still understands. */
export const MINIMUM_APP_VERSION = '0.1.0'

/** Whether a version (`1.2.3`, what follows a dash is not looked at) is before another; one that cannot be read is. */
export function isOlder(version: string, minimum: string): boolean {
  const mine = read(version)
  const theirs = read(minimum) ?? [0, 0, 0]
  if (!mine) return true
  for (let i = 0; i < 3; i++) {
    const difference = (mine[i] ?? 0) - (theirs[i] ?? 0)
    if (difference !== 0) return difference < 0
  }
  return false
}

function read(version: string): number[] | null {
  const parts = /^(\d{1,6})\.(\d{1,6})\.(\d{1,6})(?:[-+].*)?$/.exec(version)
  return parts ? parts.slice(1).map(Number) : null
}
