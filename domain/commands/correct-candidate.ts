import type { Candidate } from '../candidate.ts'
import { type Circumstances, type Decision, decided, refused } from '../decision.ts'
import { EARLIEST_BIRTH, isPersonName } from '../registration.ts'
import type { CorrectCandidateArgs, IdentityChanges } from '../shapes/commands/correct-candidate.ts'
import { isShortLine } from '../text-lengths.ts'
import { isLocalDate } from '../time.ts'

export type { CorrectCandidateArgs, IdentityChanges } from '../shapes/commands/correct-candidate.ts'

/** What a correction is made on the strength of. */
export const IDENTITY_PROOFS = ['identity-card', 'passport', 'birth-certificate', 'other'] as const
export type IdentityProof = (typeof IDENTITY_PROOFS)[number]

export type IdentityField = keyof IdentityChanges
export const IDENTITY_FIELDS = [
  'birthName',
  'usageName',
  'firstNames',
  'sex',
  'bornOn',
  'birthPlace',
  'birthCountry',
] as const satisfies readonly IdentityField[]

/** Whether a field may be corrected to this at all, whoever it is about: what the shape of the command takes. */
export function isPossible(field: IdentityField, to: string | null): boolean {
  if (to === null) return field === 'usageName'
  if (field === 'sex') return to === 'F' || to === 'M'
  if (field === 'bornOn') return isLocalDate(to)
  return field === 'birthPlace' || field === 'birthCountry' ? isShortLine(to) : isPersonName(to)
}

/** The candidate of this request at this centre; null when there is none. */
export type CorrectCandidateFacts = { candidate: Candidate | null }

/**
 * Corrects what identifies a candidate: names and birth end up on the attestation, and the Caisse des Dépôts rejects wrong ones. Each
 * value is given with the one that it replaces, so that nobody writes over a correction that they have not seen.
 * Refuses: not-found, not-valid (no change, one that changes nothing, a birth date that cannot be, proof `other` without a text),
 * value-changed with the field.
 */
export function decideCorrectCandidate(
  { changes, proof, proofText }: CorrectCandidateArgs,
  { candidate }: CorrectCandidateFacts,
  { at }: Circumstances,
): Decision {
  if (!candidate) return refused('not-found')
  if (proof === 'other' && !proofText?.trim()) return refused('not-valid', { field: 'proofText' })
  const fields = IDENTITY_FIELDS.filter((field) => changes[field] !== undefined)
  if (fields.length === 0) return refused('not-valid', { field: 'changes' })
  for (const field of fields) {
    if (changes[field]?.from !== candidate[field]) return refused('value-changed', { field })
    if (changes[field]?.to === candidate[field]) return refused('not-valid', { field })
  }
  const born = changes.bornOn?.to
  // By the date in UTC: nobody is registered for an exam on the day of their birth.
  if (born !== undefined && (born < EARLIEST_BIRTH || born > at.slice(0, 10)))
    return refused('not-valid', { field: 'bornOn' })
  return decided({ entity: 'candidate', value: corrected(candidate, changes) })
}

/** The record with its changes made, whatever they replace. */
export function corrected(candidate: Candidate, changes: IdentityChanges): Candidate {
  const fields = IDENTITY_FIELDS.filter((field) => changes[field] !== undefined)
  return { ...candidate, ...Object.fromEntries(fields.map((field) => [field, changes[field]?.to])) }
}
