import { z } from 'zod'
import type { Circumstances, Refusal } from '../decision.ts'
import type { Write } from '../entities.ts'
import { SETTLEMENT_CHOICES } from '../review.ts'
import { InstantText, LongText, Uuid } from '../shapes.ts'

export const SettleReviewArgs = z.object({
  settlementId: Uuid,
  reviewItemId: Uuid,
  choice: z.enum(SETTLEMENT_CHOICES),
  note: LongText.nullable(),
  settledAt: InstantText,
})
export type SettleReviewArgs = z.infer<typeof SettleReviewArgs>

export type SettleReviewFacts = { exists: boolean; settled: boolean }

/** Objects: not-found, already-settled (another PC was first; both notes are kept). */
export function objectToSettlement(_args: SettleReviewArgs, facts: SettleReviewFacts): Refusal | null {
  if (!facts.exists) return { code: 'not-found' }
  return facts.settled ? { code: 'already-settled' } : null
}

export function recordSettlement(
  args: SettleReviewArgs,
  _facts: SettleReviewFacts,
  { operatorName }: Circumstances,
): Write[] {
  const { settlementId: id, ...rest } = args
  return [{ entity: 'reviewSettlement', value: { id, ...rest, settledBy: operatorName } }]
}
