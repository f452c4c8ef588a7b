/** Rows by their id. */
export function byId<V extends { id: string }>(rows: readonly V[]): Map<string, V> {
  return new Map(rows.map((row) => [row.id, row]))
}
