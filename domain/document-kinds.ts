/**
 * Every kind of paper that a desk makes and keeps. `receipt` and `credit-note` bear a number and are printed once; the others are made
 * again as often as asked, under a version.
 */
export const DOCUMENT_KINDS = [
  'receipt',
  'credit-note',
  'attendance-sheet',
  'roll-call',
  'convocation',
  'confirmation',
  'payment-attestation',
  'attendance-attestation',
  'reminder-letter',
  'refusal-letter',
  'envelope',
  'cheque-slip',
  'cash-sheet',
] as const
export type DocumentKind = (typeof DOCUMENT_KINDS)[number]
