import { z } from 'zod'
import { Id, LongText } from '../basic.ts'

export const ReleaseArgs = z.object({
  requestId: Id,
  entryIds: z.array(Id).min(1).max(50),
  /** Why; kept, and never empty. */
  reason: LongText,
})
export type ReleaseArgs = z.infer<typeof ReleaseArgs>
