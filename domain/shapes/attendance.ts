import { z } from 'zod'
import { ATTENDANCES } from '../attendance.ts'
import { Id, InstantText, ShortText, Uuid } from './basic.ts'

/**
 * What somebody read about one candidate on the signed sheet of one sitting. A row is only ever added: the last one counts
 * (`lastMarks`), and `attendance: null` takes back what was noted.
 */
export const AttendanceMark = z.object({
  id: Uuid,
  entryId: Id,
  sittingId: Id,
  requestId: Id,
  candidateId: Id,
  sessionId: Id,
  attendance: z.enum(ATTENDANCES).nullable(),
  markedAt: InstantText,
  markedBy: ShortText,
})
export type AttendanceMark = z.infer<typeof AttendanceMark>
