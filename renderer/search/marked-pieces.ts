import { plainText } from '../../domain/plain-text.ts'
import { readTypedSearch } from '../../domain/typed-search.ts'

export type Piece = { part: string; found: boolean }

/** @returns the text cut where what was typed begins and ends; put together again it is the text */
export function piecesOf(text: string, typed: string): Piece[] {
  const letters = Array.from(text)
  const marked = new Set<number>()
  // Letter by letter, so that a place in the plain text is a place in the text.
  const plain = letters.map((letter) => plainText(letter).trim()[0] ?? ' ')
  const { words, digits, mail } = readTypedSearch(typed)
  for (const word of words) markAll(plain.join(''), word, marked, (at) => !/[a-z0-9]/.test(plain[at - 1] ?? ' '))
  if (mail) markAll(letters.join('').toLowerCase(), mail, marked, () => true)
  if (digits) markDigits(letters, digits, marked)
  const pieces: Piece[] = []
  letters.forEach((letter, index) => {
    const found = marked.has(index)
    const last = pieces.at(-1)
    if (last?.found === found) last.part += letter
    else pieces.push({ part: letter, found })
  })
  return pieces
}

function markAll(text: string, wanted: string, marked: Set<number>, fits: (at: number) => boolean): void {
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1))
    if (fits(at)) for (let one = at; one < at + wanted.length; one++) marked.add(one)
}

/** A number is found whatever stands between its digits. */
function markDigits(letters: readonly string[], digits: string, marked: Set<number>): void {
  const places = letters.flatMap((letter, index) => (/\d/.test(letter) ? index : []))
  const from = places
    .map((place) => letters[place])
    .join('')
    .indexOf(digits)
  if (from < 0) return
  const [first = 0, last = -1] = [places[from], places[from + digits.length - 1]]
  for (let one = first; one <= last; one++) marked.add(one)
}
