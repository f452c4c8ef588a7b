import { z } from 'zod'
import type { Candidate } from '../candidate.ts'
import { type Circumstances, type Decision, decided, refused } from '../decision.ts'
import { addressKey, EmailAddress } from '../registration.ts'
import { Id, LongText, ShortText } from '../shapes.ts'
import { addSeconds } from '../time.ts'
import { IDENTITY_PROOFS } from './correct-candidate.ts'

/** How long the old address has to object before the new one takes its place. */
export const ADDRESS_CHANGE_SECONDS = 24 * 3600

export const ChangeAddressArgs = z.object({
  /** One of the centre's own requests, by which it knows the candidate. */
  requestId: Id,
  candidateId: Id,
  /** The address as the centre saw it. */
  from: ShortText,
  email: EmailAddress,
  proof: z.enum(IDENTITY_PROOFS),
  /** Number, date, or what else was shown; required when the proof is `other`. */
  proofText: LongText.nullable(),
})
export type ChangeAddressArgs = z.infer<typeof ChangeAddressArgs>

/** `usedByAnother`: the address is that of another account; HQ alone knows. */
export type ChangeAddressFacts = {
  /** The candidate of this request at this centre; null when there is none. */
  candidate: Candidate | null
  usedByAnother: boolean
}

/**
 * Announces another mail address for a candidate who showed who they are: it takes the place of the old one 24 hours later, so that
 * whoever reads the old one may stop it. A change that is already under way is replaced, and the 24 hours begin again.
 * Refuses: not-found, not-valid (proof `other` without a text, the address that they have already), value-changed, address-taken.
 */
export function decideChangeAddress(
  { from, email, proof, proofText }: ChangeAddressArgs,
  { candidate, usedByAnother }: ChangeAddressFacts,
  { at }: Circumstances,
): Decision {
  if (!candidate) return refused('not-found')
  if (proof === 'other' && !proofText?.trim()) return refused('not-valid', { field: 'proofText' })
  if (from !== candidate.email) return refused('value-changed', { field: 'email' })
  if (addressKey(email) === addressKey(candidate.email)) return refused('not-valid', { field: 'email' })
  if (usedByAnother) return refused('address-taken')
  const emailChangesAt = addSeconds(at, ADDRESS_CHANGE_SECONDS)
  return decided({ entity: 'candidate', value: { ...candidate, emailNext: email, emailChangesAt } })
}
