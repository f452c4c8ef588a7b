import { useCallback } from 'react'
import type { AttendanceRow } from '../../contract/desk-attendance.ts'
import { type Attendance, MOST_MARKS } from '../../domain/attendance.ts'
import { sayRefusal } from '../../text/fr.ts'
import { ATTENDANCE } from '../../text/screens/attendance.ts'
import { refusalsOf, useRun } from '../run-click.ts'

/** Null: what was noted is taken back. `say`: of many at once, said with « Annuler »; of one, the line shows it and takes it back. */
type Mark = (
  rows: readonly Pick<AttendanceRow, 'entryId'>[],
  attendance: Attendance | null,
  options?: { say?: boolean },
) => Promise<void>

/** Notes what the sheet of a sitting says, in one click however many there are. */
export function useMarkAttendance(sittingId: string): Mark {
  const run = useRun()
  return useCallback(
    async (rows, attendance, { say = false } = {}) => {
      const marks = rows.map(({ entryId }) => ({ entryId, attendance }))
      const some = Array.from({ length: Math.ceil(marks.length / MOST_MARKS) }, (_, index) =>
        marks.slice(index * MOST_MARKS, (index + 1) * MOST_MARKS),
      )
      const drafts = some.map((part) => ({ name: 'attendance.mark' as const, args: { sittingId, marks: part } }))
      await run(drafts, (done) => {
        const [first] = refusalsOf(done)
        if (first) return sayRefusal(first)
        return say ? ATTENDANCE.done(marks.length) : null
      })
    },
    [run, sittingId],
  )
}
