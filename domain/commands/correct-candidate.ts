import { z } from 'zod'
import { Candidate } from '../candidate.ts'
import { type Circumstances, type Decision, decided, refused } from '../decision.ts'
import { EARLIEST_BIRTH, PersonName } from '../registration.ts'
import { Id, LocalDateText, LongText, ShortText } from '../shapes.ts'

/** What a correction is made on the strength of. */
export const IDENTITY_PROOFS = ['identity-card', 'passport', 'birth-certificate', 'other'] as const
export type IdentityProof = (typeof IDENTITY_PROOFS)[number]

/** `from`: as the centre saw it; `to`: as the proof has it. */
const change = <From extends z.ZodType, To extends z.ZodType>(from: From, to: To) => z.object({ from, to }).optional()
const Town = ShortText.trim().min(1)

export const IdentityChanges = z.object({
  birthName: change(ShortText, PersonName),
  usageName: change(ShortText.nullable(), PersonName.nullable()),
  firstNames: change(ShortText, PersonName),
  sex: change(Candidate.shape.sex, Candidate.shape.sex),
  bornOn: change(LocalDateText, LocalDateText),
  birthPlace: change(ShortText, Town),
  birthCountry: change(ShortText, Town),
})
export type IdentityChanges = z.infer<typeof IdentityChanges>
export type IdentityField = keyof IdentityChanges
export const IDENTITY_FIELDS = Object.keys(IdentityChanges.shape) as IdentityField[]

export const CorrectCandidateArgs = z.object({
  /** One of the centre's own requests, by which it knows the candidate. */
  requestId: Id,
  candidateId: Id,
  /** Only the fields that change. */
  changes: IdentityChanges,
  proof: z.enum(IDENTITY_PROOFS),
  /** Number, date, or what else was shown; required when the proof is `other`. */
  proofText: LongText.nullable(),
})
export type CorrectCandidateArgs = z.infer<typeof CorrectCandidateArgs>

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
