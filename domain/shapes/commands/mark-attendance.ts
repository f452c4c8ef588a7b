import { z } from 'zod'
import { MOST_MARKS } from '../../attendance.ts'
import { AttendanceMark } from '../attendance.ts'
import { Id, InstantText, Uuid } from '../basic.ts'

export const MarkAttendanceArgs = z.object({
  sittingId: Id,
  marks: z
    .array(AttendanceMark.pick({ entryId: true, attendance: true }).extend({ markId: Uuid }))
    .min(1)
    .max(MOST_MARKS),
  /** When it was noted, by the PC's clock. */
  markedAt: InstantText,
})
export type MarkAttendanceArgs = z.infer<typeof MarkAttendanceArgs>
