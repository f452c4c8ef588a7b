import { z } from 'zod'
import { SETTLEMENT_CHOICES } from '../../review.ts'
import { InstantText, LongText, Uuid } from '../basic.ts'

export const SettleReviewArgs = z.object({
  settlementId: Uuid,
  reviewItemId: Uuid,
  choice: z.enum(SETTLEMENT_CHOICES),
  note: LongText.nullable(),
  settledAt: InstantText,
})
export type SettleReviewArgs = z.infer<typeof SettleReviewArgs>
