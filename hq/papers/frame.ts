import { type Element, row } from './blocks.ts'
import { MARGINS, MM, PAGE, type Sheet, WIDTH } from './open-sheet.ts'
import type { Style } from './text-on.ts'

const PADDING = 4 * MM

/** A text within a frame; `above`: points between it and what precedes it. */
export type Framed = { text: string; style: Style; tag?: 'P' | 'H2'; above?: number }

/**
 * Texts in a frame of their own, clearly apart from the rest. They go on the next page together when this one has no room for all of
 * them; a frame longer than a page is closed at its foot and opened again on the next.
 */
export function frame(sheet: Sheet, parent: Element, texts: readonly Framed[]): void {
  const inside = sheet.pdf.struct('Sect')
  parent.add(inside)
  const place = { x: MARGINS.side + PADDING, width: WIDTH - 2 * PADDING }
  const height = texts.reduce(
    (sum, { text, style, above = 0 }) => sum + above + sheet.lay(text, style, place).height,
    0,
  )
  sheet.room(Math.min(height + 2 * PADDING, PAGE.height - MARGINS.top - MARGINS.bottom))
  const [first, from] = [sheet.page(), sheet.y()]
  sheet.moveTo(from + PADDING)
  for (const { text, style, tag = 'P', above = 0 } of texts) {
    sheet.skip(above)
    row(sheet, inside, [{ tag, text, style, place }])
  }
  sheet.moveTo(sheet.y() + PADDING)
  const [last, to] = [sheet.page(), sheet.y()]
  for (let page = first; page <= last; page += 1) {
    const top = page === first ? from : MARGINS.top - PADDING / 2
    const bottom = page === last ? to : PAGE.height - MARGINS.bottom + PADDING / 2
    sheet.onPage(page, () =>
      sheet.ornament(() => {
        sheet.pdf
          .lineWidth(0.8)
          .rect(MARGINS.side, top, WIDTH, bottom - top)
          .stroke('#111111')
      }),
    )
  }
}
