/** Says whether a font can draw a code point. */
export type Covers = (codePoint: number) => boolean
/** A piece of text that one font draws; `font` null: none of them can, and something visible must stand for each character. */
export type Run<F> = { font: F | null; text: string }

const clusters = new Intl.Segmenter('fr', { granularity: 'grapheme' })
/** Drawn as nothing by design (joiners, marks of direction, controls): they may be left out. */
const INVISIBLE = /^[\p{Default_Ignorable_Code_Point}\p{Cc}]$/u
/** No-break spaces kept the words of a line together; drawn as they are, they would be copied and searched as another character. */
const SPACES = /[\u00a0\u202f\u2009\t]/g

/**
 * The text as runs of one font each, in order, after Unicode NFC. A letter and its accents stay in one font when a font has them all.
 * @param fonts the first that has a character draws it
 */
export function splitRuns<F>(text: string, fonts: readonly { font: F; covers: Covers }[]): Run<F>[] {
  const runs: Run<F>[] = []
  const put = (font: F | null, piece: string): void => {
    const last = runs.at(-1)
    if (last && last.font === font && font !== null) last.text += piece
    else runs.push({ font, text: piece })
  }
  const fontOf = (piece: string): F | null =>
    fonts.find(({ covers }) => [...piece].every((letter) => covers(letter.codePointAt(0) ?? 0)))?.font ?? null
  for (const { segment } of clusters.segment(text.normalize('NFC').replace(SPACES, ' '))) {
    const whole = fontOf(segment)
    const letters = [...segment].filter((letter) => fontOf(letter) !== null || !INVISIBLE.test(letter))
    if (whole !== null) put(whole, segment)
    // A base letter is drawn although its accent cannot be: more is told so than by one sign for both.
    else for (const letter of letters) put(fontOf(letter), letter)
  }
  return runs
}
