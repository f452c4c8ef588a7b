import type { Currency } from '../domain/money.ts'
import { minorDigits } from '../domain/money.ts'

/** What a spreadsheet would take for a formula if a cell began with it. */
const FORMULA = /^[=+\-@\t\r]/
const TO_QUOTE = /[";\r\n]/

/** A cell as it is written: a text, or an amount that is already in French figures. */
export type CsvCell = string | { amount: number; currency: Currency } | null

/**
 * A table as French spreadsheets open it with a double click: semicolons, UTF-8 with its mark, decimal commas. No text of ours can start
 * a formula: one that would is given an apostrophe (OWASP, « CSV injection »).
 */
export function writeCsv(rows: readonly (readonly CsvCell[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(writeCell).join(';')}\r\n`).join('')}`
}

function writeCell(cell: CsvCell): string {
  if (cell === null) return ''
  if (typeof cell !== 'string') return figures(cell.amount, cell.currency)
  const safe = FORMULA.test(cell) ? `'${cell}` : cell
  return TO_QUOTE.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** « 1234,50 », « 5967 »: without thousands, so that it is read as a number. */
function figures(minor: number, currency: Currency): string {
  const digits = minorDigits(currency)
  const text = String(Math.abs(minor)).padStart(digits + 1, '0')
  const sign = minor < 0 ? '-' : ''
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)},${text.slice(-digits)}`
}
