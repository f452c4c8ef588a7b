import type { Candidate } from './candidate.ts'

/**
 * An address as La Poste's sorting machines read it (norm NF Z 10-011, « Rédiger l’adresse »): six lines at most, each of 38 characters
 * at most, the last one the postcode and the town in capitals, neither accent nor punctuation from the street on.
 */
export const MOST_LINES = 6
export const LINE_LENGTH = 38

export type PostalFault = 'too-many-lines' | 'line-too-long'
/** `faults`: what could not be brought within the norm; nothing is ever cut for it, such an envelope is sorted by hand. */
export type PostalAddress = { lines: string[]; faults: PostalFault[] }

type Addressee = Pick<
  Candidate,
  'sex' | 'birthName' | 'usageName' | 'firstNames' | 'addressLines' | 'postcode' | 'town'
>

/** Where a letter to this candidate goes. */
export function postalAddress(addressee: Addressee): PostalAddress {
  const { sex, birthName, usageName, firstNames, addressLines, postcode, town } = addressee
  const civility = sex === 'F' ? 'Mme' : 'M.'
  const name = broken(`${civility} ${usageName ?? birthName} ${firstNames}`)
  const street = addressLines
    .filter((line) => line.trim() !== '')
    .flatMap((line) => broken(shorter(unpunctuated(line))))
  const last = shorter(`${postcode} ${unpunctuated(town)}`.trim().toUpperCase())
  const lines = [...name, ...street, last]
  return {
    lines,
    faults: [
      ...(lines.length > MOST_LINES ? (['too-many-lines'] as const) : []),
      ...(lines.some((line) => line.length > LINE_LENGTH) ? (['line-too-long'] as const) : []),
    ],
  }
}

/** Letters and digits alone, without accents: « L’Haÿ-les-Roses » is « L Hay les Roses ». */
function unpunctuated(text: string): string {
  return text
    .replace(/œ/g, 'oe')
    .replace(/Œ/g, 'OE')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}/]+/gu, ' ')
    .trim()
}

/** The words that the norm shortens, on a line that is too long only. */
const SHORT = [
  [/\bSAINTE\b/gi, 'STE'],
  [/\bSAINT\b/gi, 'ST'],
  [/\bAVENUE\b/gi, 'AV'],
  [/\bBOULEVARD\b/gi, 'BD'],
  [/\bRESIDENCE\b/gi, 'RES'],
  [/\bBATIMENT\b/gi, 'BAT'],
  [/\bAPPARTEMENT\b/gi, 'APP'],
  [/\bESCALIER\b/gi, 'ESC'],
  [/\bMARECHAL\b/gi, 'MAL'],
  [/\bGENERAL\b/gi, 'GAL'],
  [/\bLIEU DIT\b/gi, 'LD'],
] as const

function shorter(line: string): string {
  return SHORT.reduce((text, [long, short]) => (text.length > LINE_LENGTH ? text.replace(long, short) : text), line)
}

/** Over several lines between words; a word longer than a line stays whole. */
function broken(line: string): string[] {
  const lines: string[] = []
  for (const word of line.trim().split(/\s+/)) {
    const last = lines.at(-1)
    if (last !== undefined && `${last} ${word}`.length <= LINE_LENGTH) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
