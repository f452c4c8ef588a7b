import type { Candidate } from './candidate.ts'
import { plainText } from './plain-text.ts'

/** « de » and « d’ » in small letters before a name in capitals: a particle, under which nobody is looked for. « DE SOUSA » stays at D. */
const PARTICLE = /^(?:de\s+|d['’ʼ]\s*)+(?=\p{Lu})/u
/** Before every letter: « LE » comes before « LEA », and the family name ends before the first names begin. */
export const END_OF_FAMILY_NAME = '\u0001'

/**
 * A text that sorts, byte by byte, as a French list of people does: by the family name shown, then by first names, word by word, without
 * accents, case, hyphens or apostrophes.
 */
export function nameKey({
  usageName,
  birthName,
  firstNames,
}: Pick<Candidate, 'birthName' | 'usageName' | 'firstNames'>): string {
  return `${plainText((usageName ?? birthName).replace(PARTICLE, ''))}${END_OF_FAMILY_NAME}${plainText(firstNames)}`
}

/** Digits enough for any number: « CA9 » comes before « CA10 ». */
const NUMBER_WIDTH = 20

/** A text that sorts as numbers do: by what comes before the digits, then by the number. */
export function numberKey(text: string): string {
  return plainText(text).replace(/\d+/g, (digits) => digits.padStart(NUMBER_WIDTH, '0'))
}
