import { type Html, html } from '../html.ts'
import { shareOut } from './pages.ts'
import { type Column, type Row, table } from './table.ts'
import { linesOf } from './text-lines.ts'

/** A line and its height, in mm. */
export type SheetRow = { cells: Row; height: number }

type Sheet = {
  /** Classes of `paper.css`. */
  look?: string
  /** At the top of each page. */
  head: Html
  columns: readonly Column[]
  rows: readonly SheetRow[]
  /** What counts and signs, at the end of the last page. */
  closing: Html
}

/** What an A4 page has for its rows under the head, and what of it the counts and signatures take. */
const [ROWS_MM, CLOSING_MM] = [188, 44] as const

/**
 * A list to be filled in by hand, page after page with its head on each, as high as its longest names need: a page that is taken away
 * from the others still says what it is about. At least one page, even for nobody: the sheet of an empty room is signed too.
 */
export function sheetPages({ look = 'sheet', head, columns, rows, closing }: Sheet): Html[] {
  const counts = shareOut({
    rows: rows.map(({ height }) => height),
    first: ROWS_MM,
    next: ROWS_MM,
    closing: CLOSING_MM,
  })
  let from = 0
  return counts.map((count, index) => {
    const cells = rows.slice(from, from + count).map((row) => row.cells)
    from += count
    const list = count === 0 && index > 0 ? null : table({ look, columns, rows: cells })
    return html`<section class="sheet-page">${head}${list}${index === counts.length - 1 ? closing : null}</section>`
  })
}

/** How wide the page is between its margins, and what a cell keeps free at its sides, in mm. */
const [PAGE_MM, PADDING_MM] = [178, 2.4] as const
/** Of a sheet's names (9.5 pt) and of what is small under them (7.5 pt): the height of a line, in mm. */
const [LINE_MM, SMALL_LINE_MM] = [3.7, 3.36] as const

/** A name, and what stands small under it. */
export type NameCell = { name: string; under?: string | null }

/**
 * How high a row is in which two columns of names share what the others leave, in mm.
 * @param taken the width of the other columns @param least the height for a hand to write in
 */
export function rowHeight(names: readonly NameCell[], taken: number, least: number): number {
  const width = (PAGE_MM - taken) / 2 - PADDING_MM
  const heightOf = ({ name, under }: NameCell) =>
    linesOf(name, { width, points: 9.5, bold: true }) * LINE_MM +
    (under ? linesOf(under, { width, points: 7.5 }) * SMALL_LINE_MM : 0)
  return Math.max(least, ...names.map((name) => heightOf(name) + 1.2))
}
