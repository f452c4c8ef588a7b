import { z } from 'zod'
import { REASONS_TO_REMOVE } from '../../entry.ts'
import { Id, LongText } from '../basic.ts'

export const RemoveArgs = z.object({
  requestId: Id,
  entryIds: z.array(Id).min(1).max(50),
  reason: z.enum(REASONS_TO_REMOVE),
  /** What the candidate reads besides the reason; required when the reason is `other`. */
  text: LongText.nullable(),
})
export type RemoveArgs = z.infer<typeof RemoveArgs>
