import type { Entry } from './entry.ts'
import type { AttendanceMark } from './shapes/attendance.ts'

export type { AttendanceMark } from './shapes/attendance.ts'

/** What a signed attendance sheet says of somebody. Whoever it says nothing of is neither: nobody is present by default. */
export const ATTENDANCES = ['present', 'absent'] as const
export type Attendance = (typeof ATTENDANCES)[number]

/** As many as one command carries: what the sheet of one sitting says is noted by a few of them. */
export const MOST_MARKS = 100

/** What a mark is about: one exam of one candidate, on one day. */
export type Attended = Pick<AttendanceMark, 'entryId' | 'sittingId'>

export function attendedKey({ entryId, sittingId }: Attended): string {
  return `${entryId} ${sittingId}`
}

/** Whether `one` counts rather than `other`: the last one does; of two noted in the same instant, the same one on every PC. */
export function isLaterMark(
  one: Pick<AttendanceMark, 'markedAt' | 'id'>,
  other: Pick<AttendanceMark, 'markedAt' | 'id'>,
): boolean {
  return one.markedAt === other.markedAt ? one.id > other.id : one.markedAt > other.markedAt
}

/**
 * The mark that counts of each exam and sitting, those taken back (`attendance: null`) among them: somebody looked, and says nothing.
 * @returns by `attendedKey`
 */
export function lastMarks<M extends Attended & Pick<AttendanceMark, 'markedAt' | 'id'>>(
  marks: Iterable<M>,
): Map<string, M> {
  const last = new Map<string, M>()
  for (const mark of marks) {
    const known = last.get(attendedKey(mark))
    if (!known || isLaterMark(mark, known)) last.set(attendedKey(mark), mark)
  }
  return last
}

/** Whether an entry may be carried over to another session: a final one, of somebody who came to none of its sittings. @param marks of this entry */
export function mayCarryOver({ status }: Pick<Entry, 'status'>, marks: Iterable<AttendanceMark>): boolean {
  return status === 'confirmed' && [...lastMarks(marks).values()].every(({ attendance }) => attendance !== 'present')
}
