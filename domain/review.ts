export type { Outcome, ReviewItem } from './shapes/review.ts'

/**
 * refused: a decision that HQ did not accept. misfit: a fact that stands but no longer fits. notice: something that HQ found out by
 * itself (a PC restored from an old copy).
 */
export const REVIEW_KINDS = ['refused', 'misfit', 'notice'] as const

/** What a person did about it. */
export const SETTLEMENT_CHOICES = [
  'handled',
  'done-again',
  'refused',
  'voided',
  'seats-raised',
  'receipt-corrected',
  'left',
] as const
export type SettlementChoice = (typeof SETTLEMENT_CHOICES)[number]
