/**
 * A candidate's password: 8 to 64 characters, with at least one small letter, one capital, one digit and one other sign. What is
 * counted is what a person sees: « é » is one character however the keyboard made it (NFC first, as when it is hashed), and so is an
 * emoji of several parts. The page and HQ both count here.
 */

export const PASSWORD_FAULTS = ['too-short', 'too-long', 'no-lower', 'no-upper', 'no-digit', 'no-special'] as const
export type PasswordFault = (typeof PASSWORD_FAULTS)[number]

const SHORTEST = 8
const LONGEST = 64

/** What is missing, in the order in which it is said; empty when the password may be used. */
export function passwordFaults(password: string): PasswordFault[] {
  const text = password.normalize('NFC')
  const length = countSeen(text)
  const missing: readonly [PasswordFault, boolean][] = [
    ['too-short', length < SHORTEST],
    ['too-long', length > LONGEST],
    ['no-lower', !/\p{Ll}/u.test(text)],
    ['no-upper', !/\p{Lu}/u.test(text)],
    ['no-digit', !/\p{Nd}/u.test(text)],
    // An accent that joins no letter into one sign is still no sign of its own.
    ['no-special', !/[^\p{L}\p{M}\p{N}]/u.test(text)],
  ]
  return missing.flatMap(([fault, is]) => (is ? [fault] : []))
}

function countSeen(text: string): number {
  // Browsers of before 2024 may lack it: they count the parts, and HQ has the last word.
  if (!('Segmenter' in Intl)) return [...text].length
  return [...new Intl.Segmenter('fr', { granularity: 'grapheme' }).segment(text)].length
}
