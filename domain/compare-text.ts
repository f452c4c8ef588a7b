/** The order of two texts code unit by code unit, the same on every machine: for keys, codes, ids and instants, not for people's names. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
