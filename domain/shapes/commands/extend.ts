import { z } from 'zod'
import { Id, LocalDateText, LongText } from '../basic.ts'

export const ExtendArgs = z.object({
  requestId: Id,
  entryIds: z.array(Id).min(1).max(50),
  /** The new last day to pay, in the centre's zone. */
  deadlineOn: LocalDateText,
  /** Why; kept, and never empty. */
  reason: LongText,
})
export type ExtendArgs = z.infer<typeof ExtendArgs>
