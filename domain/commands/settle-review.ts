import type { Circumstances, Refusal } from '../decision.ts'
import type { Write } from '../entities.ts'
import type { SettleReviewArgs } from '../shapes/commands/settle-review.ts'

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
