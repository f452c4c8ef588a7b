import { type Options, parse } from 'csv-parse/sync'
import { findHeader, type Header } from './find-header.ts'

/** A row of a file, with the number of the line on which it ends, counted from 1 as an editor shows it. */
export type TableRow = { line: number; cells: string[] }
export type Table = Header & { rows: TableRow[] }

/** Operations that a statement may have, a year of a big centre several times over; the lines before them are few. */
export const MOST_LINES = 50_000
const LINES_BEFORE = 100
/** Rows that are looked at to find the separator and the header. */
const FIRST_ROWS = 60
const SEPARATORS = [';', '\t', ',', '|'] as const

/**
 * Reads a table whose separator and header nobody told: French banks write some lines of their own before the header. A cell is text and
 * nothing else, whatever it looks like.
 * @returns null when there is no table in it, `'too-many-lines'` beyond `MOST_LINES`
 */
export function readTable(text: string): Table | 'too-many-lines' | null {
  const found = SEPARATORS.map((separator) => {
    const rows = split(text, separator, FIRST_ROWS)
    return { separator, rows, header: findHeader(rows.map(({ cells }) => cells)) }
  })
  const best = found.toSorted((a, b) => worthOf(b) - worthOf(a))[0]
  if (!best || worthOf(best) === 0) return null
  const rows = split(text, best.separator, MOST_LINES + LINES_BEFORE)
  const below = rows.slice(best.header.rowsBefore)
  return below.length > MOST_LINES ? 'too-many-lines' : { ...best.header, rows: below }
}

/** A header whose words are known is worth more than any shape; then rows of one same length, the longer the better. */
function worthOf({ rows, header }: { rows: readonly TableRow[]; header: Header }): number {
  const lengths = Map.groupBy(
    rows.map(({ cells }) => cells.length).filter((length) => length > 1),
    (length) => length,
  )
  const alike = Math.max(0, ...[...lengths].map(([length, those]) => those.length * 100 + length))
  return alike + (header.known ? 100_000 : 0)
}

function split(text: string, delimiter: string, to: number): TableRow[] {
  try {
    const rows = parsed(text, { delimiter, to })
    if (!rows.some(({ cells }) => cells.some((cell) => swallows(cell, delimiter)))) return rows
  } catch {
    // A quotation mark that nothing closes.
  }
  // Then it is a character like another: no operation may disappear in the text of the one before it.
  return parsed(text, { delimiter, to, quote: false }).map(({ line, cells }) => ({ line, cells: cells.map(unquoted) }))
}

/** Whether a cell goes on over the next lines of the table, as after a quotation mark that stands there by accident. */
function swallows(cell: string, delimiter: string): boolean {
  return cell.includes('\n') && cell.split('\n').some((line) => line.split(delimiter).length > 2)
}

function unquoted(cell: string): string {
  return cell.replace(/^"(.*)"$/s, '$1').replaceAll('""', '"')
}

function parsed(text: string, options: Options): TableRow[] {
  const records = parse(text, {
    ...options,
    ...{ bom: true, info: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true },
  }) as unknown as { record: string[]; info: { lines: number } }[]
  return records.map(({ record, info }) => ({ line: info.lines, cells: record.map((cell) => cell.trim()) }))
}
