import { type FontPart, paperFonts, type Weight } from './paper-fonts.ts'
import { splitRuns } from './split-runs.ts'

/** Sizes in points; black unless another colour is named. */
export type Style = { size: number; leading: number; weight?: Weight; color?: string }

/** How wide the sign for a character that cannot be drawn is, in sizes of the text. */
const UNKNOWN = 0.8
const INK = '#111111'

/** Measures and draws lines of text on a document, each letter by the part of the font that has it. */
export function textOn(pdf: PDFKit.PDFDocument) {
  let unknown = false

  function set(style: Style, { name, opened }: FontPart): void {
    // pdfkit knows an opened font, its types do not.
    pdf.registerFont(name, opened as unknown as string)
    pdf.font(name).fontSize(style.size)
  }

  function widthOf(text: string, style: Style): number {
    const fonts = paperFonts(style.weight ?? 'regular')
    return splitRuns(text, fonts).reduce((width, run) => {
      if (run.font === null) return width + style.size * UNKNOWN
      set(style, run.font)
      return width + pdf.widthOfString(run.text)
    }, 0)
  }

  function drawLine(line: string, style: Style, left: number, top: number): void {
    const baseline = top + style.leading / 2 + style.size * 0.36
    let x = left
    pdf.fillColor(style.color ?? INK)
    for (const { font, text } of splitRuns(line, paperFonts(style.weight ?? 'regular'))) {
      if (font === null) {
        drawUnknown(text, style, x, baseline)
        x += style.size * UNKNOWN
        continue
      }
      set(style, font)
      pdf.text(text, x, baseline, { lineBreak: false, baseline: 'alphabetic' })
      x += pdf.widthOfString(text)
    }
  }

  /** A character that the font lacks: a framed « ? », which reads and copies as the character. */
  function drawUnknown(text: string, style: Style, x: number, baseline: number): void {
    unknown = true
    const [latin] = paperFonts(style.weight ?? 'regular')
    if (!latin) return
    const { size } = style
    set(style, latin.font)
    // Not by `markContent`, which spoils what is beyond ASCII.
    pdf.addContent(`/Span << /ActualText <${hexadecimal(text)}> >> BDC`)
    pdf.fontSize(size * 0.7).text('?', x + size * 0.2, baseline, { lineBreak: false, baseline: 'alphabetic' })
    pdf
      .lineWidth(0.5)
      .rect(x + size * 0.06, baseline - size * 0.64, size * 0.68, size * 0.8)
      .stroke(style.color ?? INK)
    pdf.addContent('EMC')
  }

  return {
    widthOf,
    /** Draws a line between its left edge and the top of its leading. */
    drawLine,
    /** Whether some character could not be drawn. */
    hasUnknown: () => unknown,
  }
}

/** As PDF writes a text beyond ASCII: UTF-16 with its mark. */
function hexadecimal(text: string): string {
  return `feff${[...Buffer.from(text, 'utf16le').swap16()].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
}
