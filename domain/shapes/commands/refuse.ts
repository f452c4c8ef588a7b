import { z } from 'zod'
import { REASONS_TO_REFUSE } from '../../entry.ts'
import { Id, LongText } from '../basic.ts'

export const RefuseArgs = z.object({
  requestId: Id,
  entryIds: z.array(Id).min(1).max(50),
  reason: z.enum(REASONS_TO_REFUSE),
  /** What the candidate reads besides the reason; required when the reason is `other`. */
  text: LongText.nullable(),
})
export type RefuseArgs = z.infer<typeof RefuseArgs>
