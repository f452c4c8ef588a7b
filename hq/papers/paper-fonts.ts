import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import PdfDocument from 'pdfkit'
import type { Covers } from './split-runs.ts'

/** The font is published in parts by script: in the order in which they are tried. */
const PARTS = ['latin', 'latin-ext', 'vietnamese', 'cyrillic', 'cyrillic-ext', 'greek', 'greek-ext'] as const
const WEIGHTS = { regular: 400, bold: 700 } as const
export type Weight = keyof typeof WEIGHTS

/** `opened`: what pdfkit draws with, whichever paper it is for. */
export type FontPart = { name: string; opened: Opened }
export type PaperFonts = readonly { font: FontPart; covers: Covers }[]

const read = new Map<Weight, PaperFonts>()

/** Inter, as the desk's papers have it, with every script that it knows. Read once a process: unpacking it takes a while. */
export function paperFonts(weight: Weight): PaperFonts {
  const fonts = read.get(weight) ?? PARTS.map((part) => readPart(part, WEIGHTS[weight]))
  read.set(weight, fonts)
  return fonts
}

/** What pdfkit makes of a font's file, and takes in place of one, of which its types say nothing: a fontkit font. */
type Opened = {
  characterSet: number[]
  hasGlyphForCodePoint: Covers
  glyphForCodePoint: (codePoint: number) => unknown
}

/** What the file covers is asked of the file: the ranges that its package publishes name characters that it does not draw. */
function readPart(part: (typeof PARTS)[number], weight: number): PaperFonts[number] {
  // Not its woff2: pdfkit cannot embed a letter that is made of others (« é ») from one.
  const url = import.meta.resolve(`@fontsource/inter/files/inter-${part}-${weight}-normal.woff`)
  const document = new PdfDocument({ autoFirstPage: false }).font(readFileSync(fileURLToPath(url)))
  const { font: opened } = (document as unknown as { _font: { font: Opened } })._font
  // A font remembers its glyphs as they were first met. The « e » met as a part of « é » would have no character of its own, and could
  // then be read on no paper: so each is met by its character first.
  // Of two characters that look alike, as the apostrophe of French and that of phoneticians, the first met is the one that is copied.
  const [letters, phonetics] = [false, true].map((phonetic) =>
    opened.characterSet.filter((codePoint) => /\p{Lm}/u.test(String.fromCodePoint(codePoint)) === phonetic),
  )
  for (const codePoint of [...(letters ?? []), ...(phonetics ?? [])]) opened.glyphForCodePoint(codePoint)
  return { font: { name: `${part}-${weight}`, opened }, covers: (codePoint) => opened.hasGlyphForCodePoint(codePoint) }
}
