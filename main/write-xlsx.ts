import writeXlsxFile from 'write-excel-file/node'
import { minorDigits } from '../domain/money.ts'
import type { CsvCell } from '../text/csv.ts'

/** What Excel refuses in the name of a sheet, which has 31 characters at most. */
const NOT_IN_NAMES = /[\s[\]:*?/\\]+/g
const LONGEST_NAME = 31
/** As wide as a date, a number, a name; a reader widens the rest. */
const WIDTH = 18

/**
 * A table as an Excel workbook of one sheet, its first line in bold and always in sight. Texts are typed as such, so that none can begin a
 * formula; amounts are numbers with the decimals of their currency.
 */
export async function writeXlsx(sheet: string, lines: readonly (readonly CsvCell[])[]): Promise<Uint8Array> {
  const data = lines.map((line, index) => line.map((cell) => (index === 0 ? headOf(cell) : cellOf(cell))))
  const columns = (lines[0] ?? []).map(() => ({ width: WIDTH }))
  const name = sheet.replace(NOT_IN_NAMES, ' ').trim().slice(0, LONGEST_NAME)
  return await writeXlsxFile(data, { sheet: name, columns, stickyRowsCount: 1 }).toBuffer()
}

function headOf(cell: CsvCell) {
  return { type: String, value: String(cell ?? ''), fontWeight: 'bold' as const }
}

function cellOf(cell: CsvCell) {
  if (cell === null) return null
  if (typeof cell === 'string') return { type: String, value: cell }
  const digits = minorDigits(cell.currency)
  const format = digits === 0 ? '#,##0' : `#,##0.${'0'.repeat(digits)}`
  return { type: Number, value: cell.amount / 10 ** digits, format }
}
