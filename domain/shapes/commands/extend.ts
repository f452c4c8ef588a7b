import { z } from 'zod'
import { EXTENSION_KINDS } from '../../commands/extend.ts'
import { Id, LocalDateText, LongText } from '../basic.ts'

export const ExtendArgs = z.object({
  requestId: Id,
  entryIds: z.array(Id).min(1).max(50),
  /** The new last day to pay, in the centre's zone. */
  deadlineOn: LocalDateText,
  /** Absent: for any other reason, as of commands of before there were kinds. */
  kind: z.enum(EXTENSION_KINDS).optional(),
  /** Why; kept, and never empty but of a cheque announced, which says why by itself. */
  reason: LongText,
})
export type ExtendArgs = z.infer<typeof ExtendArgs>
