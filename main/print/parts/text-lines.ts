/** Widths of Inter's letters, in ems, counted wide: what is not said is as wide as a small letter. */
const WIDE = /[MWQOGŒÆ@%mwœæ—]/
const NARROW = /[Iiljtfr'’.,:;|()[\] \u00a0-]/
const CAPITAL = /\p{Lu}/u
const EM = { wide: 0.96, narrow: 0.38, capital: 0.74, other: 0.62, bold: 1.06 } as const
const MM_PER_POINT = 25.4 / 72

/** A text as it is set. `width`: of the line, in mm; `points`: of the letters. */
export type Setting = { width: number; points: number; bold?: boolean }

/**
 * How many lines a text takes, counted high: a line breaks at spaces and after hyphens, and within a word only where the word is longer
 * than a line. Letters composed of several count once.
 */
export function linesOf(text: string, { width, points, bold = false }: Setting): number {
  const perEm = points * MM_PER_POINT * (bold ? EM.bold : 1)
  let [lines, used] = [1, 0]
  for (const word of text.normalize('NFC').split(/(?<=[\s-])/)) {
    const length = widthOf(word.trimEnd()) * perEm
    if (used > 0 && used + length > width) [lines, used] = [lines + 1, 0]
    if (length > width) lines += Math.ceil(length / width) - 1
    used += widthOf(word) * perEm
  }
  return lines
}

function widthOf(text: string): number {
  let ems = 0
  for (const letter of text) {
    const plain = letter.normalize('NFD').charAt(0)
    if (WIDE.test(plain)) ems += EM.wide
    else if (NARROW.test(plain)) ems += EM.narrow
    else ems += CAPITAL.test(plain) ? EM.capital : EM.other
  }
  return ems
}
