import type { Candidate } from '../candidate.ts'
import { type Decision, decided, refused } from '../decision.ts'
import { addressKey } from '../registration.ts'
import type { ChangeAddressArgs } from '../shapes/commands/change-address.ts'
import { addSeconds, type Instant } from '../time.ts'

export type { ChangeAddressArgs } from '../shapes/commands/change-address.ts'

/** How long the old address has to object, once told, before the new one takes its place. */
export const ADDRESS_CHANGE_SECONDS = 24 * 3600
/** How long the link at the new address works; nobody followed it by then: given up. */
export const ADDRESS_PROOF_SECONDS = 7 * 24 * 3600

/** `usedByAnother`: the address is that of another account; HQ alone knows. */
export type ChangeAddressFacts = {
  /** The candidate of this request at this centre; null when there is none. */
  candidate: Candidate | null
  usedByAnother: boolean
}

/**
 * Announces another mail address for a candidate who showed who they are. When it takes the place of the old one (`addressChangesAt`) is
 * not known yet: its link is to be followed, and the old address to be told. A change that is already under way is replaced.
 * Refuses: not-found, not-valid (proof `other` without a text, the address that they have already), value-changed, address-taken.
 */
export function decideChangeAddress(
  { from, email, proof, proofText }: ChangeAddressArgs,
  { candidate, usedByAnother }: ChangeAddressFacts,
): Decision {
  if (!candidate) return refused('not-found')
  if (proof === 'other' && !proofText?.trim()) return refused('not-valid', { field: 'proofText' })
  if (from !== candidate.email) return refused('value-changed', { field: 'email' })
  if (addressKey(email) === addressKey(candidate.email)) return refused('not-valid', { field: 'email' })
  if (usedByAnother) return refused('address-taken')
  return decided({ entity: 'candidate', value: { ...candidate, emailNext: email, emailChangesAt: null } })
}

/**
 * When an address that a centre gave takes the place of the old one: 24 hours after the old one was told, so that whoever reads it may stop
 * it, and not before somebody followed the link at the new one, which may have been mistyped. Null as long as one of the two is missing.
 */
export function addressChangesAt({
  toldAt,
  provedAt,
}: {
  toldAt: Instant | null
  provedAt: Instant | null
}): Instant | null {
  if (toldAt === null || provedAt === null) return null
  const unopposedAt = addSeconds(toldAt, ADDRESS_CHANGE_SECONDS)
  return provedAt > unopposedAt ? provedAt : unopposedAt
}
