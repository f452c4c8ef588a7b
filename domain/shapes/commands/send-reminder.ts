import { z } from 'zod'
import { REMINDER_MEANS } from '../../candidate.ts'
import { Id, InstantText, Uuid } from '../basic.ts'

export const SendReminderArgs = z.object({
  reminderId: Uuid,
  requestId: Id,
  entryIds: z.array(Id).min(1).max(50),
  means: z.enum(REMINDER_MEANS),
  /** By the PC's clock; a mail leaves once HQ has heard of it. */
  sentAt: InstantText,
})
export type SendReminderArgs = z.infer<typeof SendReminderArgs>
