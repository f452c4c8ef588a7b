import PdfDocument from 'pdfkit'
import type { Instant } from '../../domain/time.ts'
import { breakLines } from './break-lines.ts'
import { type Style, textOn } from './text-on.ts'

/** A millimetre in the points that PDF counts in. */
export const MM = 72 / 25.4
export const PAGE = { width: 210 * MM, height: 297 * MM }
/** As on the desk's papers (`main/print/paper.css`), in points; the foot stands in the bottom one. */
export const MARGINS = { top: 14 * MM, side: 16 * MM, bottom: 22 * MM }
export const WIDTH = PAGE.width - 2 * MARGINS.side

export type Place = { x: number; width: number; align?: 'left' | 'right' }
/** Lines that are ready to be drawn, and how high they are. */
export type Text = { lines: string[]; height: number; style: Style; place: Place }
export type Sheet = ReturnType<typeof openSheet>

/**
 * An A4 paper, written from top to bottom on as many pages as it needs: a tagged PDF 1.7 in French. Everything is in points from the
 * left edge and downwards. Text is broken into lines here, and not by pdfkit, which would break between the fonts of one word.
 * @param madeAt written in the file as its date
 */
export function openSheet({ title, madeAt }: { title: string; madeAt: Instant }) {
  const pdf = new PdfDocument({
    ...{ size: 'A4', margin: 0, bufferPages: true, autoFirstPage: false, font: '', pdfVersion: '1.7' },
    ...{ tagged: true, lang: 'fr', displayTitle: true },
    // pdfkit knows it, its types do not.
    subset: 'PDF/UA' as 'PDF/A-2a',
    info: { Title: title, Producer: 'pdfkit', Creator: 'Pupitre', CreationDate: new Date(madeAt) },
  })
  const bytes: Uint8Array[] = []
  pdf.on('data', (chunk: Uint8Array) => bytes.push(chunk))
  const root = pdf.struct('Document')
  pdf.addStructure(root)
  pdf.addPage()
  let y = MARGINS.top
  const { widthOf, drawLine, hasUnknown } = textOn(pdf)

  function newPage(): void {
    pdf.continueOnNewPage()
    y = MARGINS.top
  }

  return {
    pdf,
    root,
    /** The text as it fits between two edges. */
    lay(text: string, style: Style, place: Place): Text {
      const lines = breakLines(text, place.width, (part) => widthOf(part, style))
      return { lines, style, place, height: lines.length * style.leading }
    },
    /** Draws laid text with its top at `top`; within a structure element's closure. */
    draw({ lines, style, place }: Text, top: number): void {
      lines.forEach((line, at) => {
        const shift = place.align === 'right' ? place.width - widthOf(line.trimEnd(), style) : 0
        if (line !== '') drawLine(line, style, place.x + shift, top + at * style.leading)
      })
    },
    /** Where the next thing goes. */
    y: () => y,
    moveTo(to: number): void {
      y = to
    },
    skip(points: number): void {
      if (y > MARGINS.top) y += points
    },
    /** What is this high goes on the next page when it would not fit on this one. @returns whether a page was begun */
    room(height: number): boolean {
      const fits = y + height <= PAGE.height - MARGINS.bottom
      if (!fits && y > MARGINS.top) newPage()
      return !fits
    },
    /** What is left below. */
    left: () => PAGE.height - MARGINS.bottom - y,
    /** The page that is being written, from 0. */
    page: () => pdf.bufferedPageRange().count - 1,
    /** Paints something on a page already written. */
    onPage(page: number, paint: () => void): void {
      pdf.switchToPage(page)
      paint()
      pdf.switchToPage(pdf.bufferedPageRange().count - 1)
    },
    /** Lines and frames, which say nothing to somebody who listens. */
    ornament(paint: () => void): void {
      pdf.markContent('Artifact', { type: 'Layout' })
      paint()
      pdf.endMarkedContent()
    },
    /** Whether some character could not be drawn. */
    hasUnknown,
    /** The foot of every page, then the whole file. */
    async finish(foot: (page: number, pages: number) => { left: string; right: string }): Promise<Uint8Array> {
      root.end()
      const { start, count } = pdf.bufferedPageRange()
      const style = { size: 7.5, leading: 10, color: '#333333' }
      for (let page = start; page < start + count; page += 1) {
        pdf.switchToPage(page)
        pdf.markContent('Artifact', { type: 'Pagination', attached: ['Bottom'] })
        const top = PAGE.height - 16 * MM
        pdf
          .lineWidth(0.3)
          .moveTo(MARGINS.side, top)
          .lineTo(PAGE.width - MARGINS.side, top)
          .stroke('#777777')
        const { left, right } = foot(page - start + 1, count)
        const most = WIDTH - widthOf(right, style) - 6 * MM
        // A long name takes a second line: there is room for three.
        breakLines(left, most, (part) => widthOf(part, style)).forEach((line, at) => {
          drawLine(line, style, MARGINS.side, top + 1.5 * MM + at * style.leading)
        })
        drawLine(right, style, PAGE.width - MARGINS.side - widthOf(right, style), top + 1.5 * MM)
        pdf.endMarkedContent()
      }
      const done = new Promise<void>((resolve, reject) => pdf.on('end', resolve).on('error', reject))
      pdf.end()
      await done
      return Buffer.concat(bytes)
    },
  }
}
