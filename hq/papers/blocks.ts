import { MARGINS, MM, type Place, type Sheet, type Text, WIDTH } from './open-sheet.ts'
import type { Style } from './text-on.ts'

/** What papers are made of, one below the other. A block that does not fit goes on on the next page; nothing is cut. */

export const BODY: Style = { size: 10, leading: 14 }
export const SMALL: Style = { size: 8.5, leading: 12, color: '#333333' }
export const BOLD: Style = { ...BODY, weight: 'bold' }
const TITLE: Style = { size: 16, leading: 20, weight: 'bold' }
export const HEADING: Style = { size: 11, leading: 15, weight: 'bold' }
const LABELS = 46 * MM
/** Lines: a longer text may begin at the foot of a page. */
const KEPT_TOGETHER = 8

export type Element = Sheet['root']
export type Cell = { tag: 'TH' | 'TD' | 'P' | 'H2'; text: string; style: Style; place: Place; scope?: 'Column' | 'Row' }

/** Texts side by side, each an element of `parent`; as many lines on this page as there is room for, the others on the next. */
export function row(sheet: Sheet, parent: Element, cells: readonly Cell[], below = 0): void {
  const laid = cells.map(({ text, style, place }) => sheet.lay(text, style, place))
  const elements = cells.map(({ tag, scope }) => {
    // pdfkit writes it, its types do not know it.
    const element = sheet.pdf.struct(tag, (scope ? { scope } : {}) as object)
    parent.add(element)
    return element
  })
  const leading = Math.max(...cells.map(({ style }) => style.leading))
  const most = Math.max(...laid.map(({ lines }) => lines.length))
  for (let from = 0; from < most; ) {
    sheet.room(Math.min(most - from, most > KEPT_TOGETHER ? 2 : most) * leading)
    const fitting = Math.max(1, Math.floor(sheet.left() / leading))
    const part = (text: Text): Text => ({ ...text, lines: text.lines.slice(from, from + fitting) })
    const top = sheet.y()
    laid.forEach((text, at) => {
      if (text.lines.length > from) elements[at]?.add(() => sheet.draw(part(text), top))
    })
    const drawn = Math.min(fitting, most - from)
    sheet.moveTo(top + drawn * leading)
    from += drawn
  }
  sheet.moveTo(sheet.y() + below)
}

/** A paragraph over the whole width, or between the edges given. */
export function paragraph(
  sheet: Sheet,
  parent: Element,
  text: string,
  style: Style = BODY,
  place: Place = { x: MARGINS.side, width: WIDTH },
): void {
  row(sheet, parent, [{ tag: 'P', text, style, place }])
}

/** The title of a paper (1), or of a part of it (2), which stays with some of what follows. */
export function heading(sheet: Sheet, parent: Element, level: 1 | 2, text: string): void {
  const style = level === 1 ? TITLE : HEADING
  const laid = sheet.lay(text, style, { x: MARGINS.side, width: WIDTH })
  if (level === 2) sheet.skip(5 * MM)
  sheet.room(laid.height + 3 * BODY.leading)
  const top = sheet.y()
  parent.add(sheet.pdf.struct(`H${level}`, {}, () => sheet.draw(laid, top)))
  sheet.moveTo(top + laid.height + (level === 2 ? 1.5 * MM : 0))
}

/** A rule across the width. */
export function rule(sheet: Sheet, width: number, color = '#999999', left = MARGINS.side, length = WIDTH): void {
  const y = sheet.y()
  sheet.ornament(() => {
    sheet.pdf
      .lineWidth(width)
      .moveTo(left, y)
      .lineTo(left + length, y)
      .stroke(color)
  })
}

/** Terms and what they are, as a table of two columns, so that somebody who listens hears which belongs to which. */
export function facts(sheet: Sheet, parent: Element, lines: readonly (readonly [term: string, words: string])[]): void {
  const table = sheet.pdf.struct('Table')
  parent.add(table)
  for (const [term, words] of lines) {
    const line = sheet.pdf.struct('TR')
    table.add(line)
    row(sheet, line, [
      {
        ...{ tag: 'TH', text: term, scope: 'Row', style: { ...BODY, color: '#444444' } },
        place: { x: MARGINS.side, width: LABELS - 3 * MM },
      },
      { tag: 'TD', text: words, style: BODY, place: { x: MARGINS.side + LABELS, width: WIDTH - LABELS } },
    ])
  }
}

export type Column = { width: number; align?: 'left' | 'right' }

/** Rows under their heads, as the desk's papers rule them. `total` closes it. */
export function table(
  sheet: Sheet,
  parent: Element,
  columns: readonly Column[],
  { heads, rows, total }: { heads: readonly string[]; rows: readonly (readonly string[])[]; total?: readonly string[] },
): void {
  const element = sheet.pdf.struct('Table')
  parent.add(element)
  const write = (texts: readonly string[], style: Style, tag: 'TH' | 'TD'): void => {
    const line = sheet.pdf.struct('TR')
    element.add(line)
    sheet.moveTo(sheet.y() + 1.6 * MM)
    row(sheet, line, cellsOf(columns, texts, style, tag), 1.6 * MM)
  }
  write(heads, { ...SMALL, weight: 'bold', color: '#111111' }, 'TH')
  rule(sheet, 0.8, '#111111')
  rows.forEach((texts, at) => {
    write(texts, BODY, 'TD')
    const last = at === rows.length - 1
    rule(sheet, last ? 0.8 : 0.3, last ? '#111111' : '#999999')
  })
  if (total) write(total, BOLD, 'TD')
}

function cellsOf(columns: readonly Column[], texts: readonly string[], style: Style, tag: 'TH' | 'TD'): Cell[] {
  const gap = 1.5 * MM
  let x = MARGINS.side
  return columns.map(({ width, align = 'left' }, at) => {
    const place = { x: x + gap, width: width - 2 * gap, align }
    x += width
    return { tag, text: texts[at] ?? '', style, place, ...(tag === 'TH' ? { scope: 'Column' as const } : {}) }
  })
}
