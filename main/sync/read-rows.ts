import { type KnownRow, readRow, type WireRow } from '../../contract/rows.ts'

/**
 * Checks a page before anything of it is applied: one wrong value refuses the page whole. Kinds of rows that this version does
 * not know are left out and counted; they are fetched again after an update.
 */
export function readRows(rows: readonly WireRow[]): { known: KnownRow[]; unknown: number } | { invalid: string } {
  const known: KnownRow[] = []
  let unknown = 0
  for (const wire of rows) {
    const row = readRow(wire)
    if (row === 'unknown') unknown++
    else if ('invalid' in row) return row
    else known.push(row)
  }
  return { known, unknown }
}

/** The same of whole transactions of HQ's, each with its own rows. */
export function readTransactions(
  changes: readonly { rows: readonly WireRow[] }[],
): { transactions: KnownRow[][]; unknown: number } | { invalid: string } {
  const transactions: KnownRow[][] = []
  let unknown = 0
  for (const { rows } of changes) {
    const read = readRows(rows)
    if ('invalid' in read) return read
    transactions.push(read.known)
    unknown += read.unknown
  }
  return { transactions, unknown }
}
