/** In what state things are, and what can have happened to them. */

/**
 * Whether this PC holds what HQ holds. agrees: the sums were equal at the same cursor. differs: they were not, it is being repaired.
 * unknown: not compared since something changed. unverifiable: HQ counts another version of the shapes.
 */
export const AGREEMENTS = ['agrees', 'differs', 'unknown', 'unverifiable'] as const
export type Agreement = (typeof AGREEMENTS)[number]

/** What happened to this PC that a person must be told of, once. */
export const NOTICE_KINDS = ['repaired', 'identity-renewed', 'restored', 'backup-failed'] as const

/** Where a command of this PC stands. */
export const EXCHANGE_STATES = ['waiting', 'sending', 'applied', 'refused', 'cancelled', 'quarantined'] as const

/** What the candidate or HQ did, where no command of a PC did it; `other`: told by its counts alone. */
export const ARRIVAL_KINDS = [
  'request.received',
  'request.modified',
  'data.checked',
  'entry.withdrawn',
  'candidate.changed',
  'review.asked',
  'other',
] as const
export type ArrivalKind = (typeof ARRIVAL_KINDS)[number]

/** Why somebody cannot be convened: a cheque that bounced, a payment taken back, no date and room yet, or a seat that is not confirmed. */
export const CONVOCATION_HINDRANCES = ['cheque-bounced', 'payment-voided', 'no-sitting', 'not-confirmed'] as const
export type ConvocationHindrance = (typeof CONVOCATION_HINDRANCES)[number]

/** Why nobody can be attested to have come: nobody read the sheet yet, it says absent, or the entry is no longer confirmed. */
export const ATTESTATION_HINDRANCES = ['not-marked', 'absent', 'not-confirmed'] as const
export type AttestationHindrance = (typeof ATTESTATION_HINDRANCES)[number]
