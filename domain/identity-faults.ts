import type { Candidate } from './candidate.ts'
import { EARLIEST_BIRTH, isPersonName } from './registration.ts'
import type { LocalDate } from './time.ts'

/**
 * What the Caisse des Dépôts would reject an attestation for, in the order in which it compares: birth name, first names, birth date;
 * then what only helps it to tell two people apart, and what the number that the candidate gave disagrees with.
 */
export const IDENTITY_FAULTS = [
  'birth-name',
  'first-names',
  'birth-date',
  'birth-place',
  'nir-sex',
  'nir-birth-date',
  'nir-birth-place',
] as const
export type IdentityFault = (typeof IDENTITY_FAULTS)[number]

/** Nobody sits an exam of a professional certificate before: a mistyped year was. */
const YOUNGEST = 14

type Checked = Pick<Candidate, 'birthName' | 'firstNames' | 'bornOn' | 'birthPlace' | 'nirCheck'>

/** The last birth date that is believed on a day. */
export function latestBirth(today: LocalDate): LocalDate {
  return `${String(Number(today.slice(0, 4)) - YOUNGEST).padStart(4, '0')}${today.slice(4)}`
}

/** What is wrong with an identity, most serious first; empty when it would be accepted as far as the desk can tell. */
export function identityFaults(candidate: Checked, today: LocalDate): IdentityFault[] {
  const { birthName, firstNames, bornOn, birthPlace, nirCheck } = candidate
  const faults: IdentityFault[] = []
  if (!isPersonName(birthName)) faults.push('birth-name')
  if (!isPersonName(firstNames)) faults.push('first-names')
  if (bornOn < EARLIEST_BIRTH || bornOn > latestBirth(today)) faults.push('birth-date')
  if (birthPlace.trim() === '') faults.push('birth-place')
  if (nirCheck !== 'none' && nirCheck !== 'ok') faults.push(`nir-${nirCheck}`)
  return faults
}
