/**
 * A candidate's password: 8 to 64 characters, with at least one small letter, one capital, one digit and one other sign. Counted in
 * code points: an accent that is typed apart from its letter is one more.
 */

export const PASSWORD_FAULTS = ['too-short', 'too-long', 'no-lower', 'no-upper', 'no-digit', 'no-special'] as const
export type PasswordFault = (typeof PASSWORD_FAULTS)[number]

const SHORTEST = 8
const LONGEST = 64

/** What is missing, in the order in which it is said; empty when the password may be used. */
export function passwordFaults(password: string): PasswordFault[] {
  const length = [...password].length
  const missing: readonly [PasswordFault, boolean][] = [
    ['too-short', length < SHORTEST],
    ['too-long', length > LONGEST],
    ['no-lower', !/\p{Ll}/u.test(password)],
    ['no-upper', !/\p{Lu}/u.test(password)],
    ['no-digit', !/\p{Nd}/u.test(password)],
    ['no-special', !/[^\p{L}\p{N}]/u.test(password)],
  ]
  return missing.flatMap(([fault, is]) => (is ? [fault] : []))
}
