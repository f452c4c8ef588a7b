import type { Sitting } from '../catalogue.ts'
import type { Circumstances, Refusal } from '../decision.ts'
import type { Write } from '../entities.ts'
import type { Entry } from '../entry.ts'
import type { MarkAttendanceArgs } from '../shapes/commands/mark-attendance.ts'
import { toLocalDate } from '../time.ts'

export type { MarkAttendanceArgs } from '../shapes/commands/mark-attendance.ts'

export type MarkAttendanceFacts = {
  sitting: Sitting | null
  /** Those named that the centre has. */
  entries: readonly Entry[]
  /** The centre's. */
  timeZone: string
}

/**
 * Objects: not-found (the sitting, an entry, one that is not sat there), already-cancelled, sitting-to-come with its day (before it in the
 * centre's zone), wrong-status (an entry that is not confirmed, unless its mark is taken back).
 */
export function objectToMarks(
  { marks }: MarkAttendanceArgs,
  { sitting, entries, timeZone }: MarkAttendanceFacts,
  { at }: Circumstances,
): Refusal | null {
  if (!sitting) return { code: 'not-found' }
  if (sitting.cancelled) return { code: 'already-cancelled' }
  const { heldOn, offeringId } = sitting
  if (toLocalDate(at, timeZone) < heldOn) return { code: 'sitting-to-come', detail: { heldOn } }
  for (const { entryId, attendance } of marks) {
    const entry = entries.find(({ id }) => id === entryId)
    if (!entry || entry.offeringId !== offeringId) return { code: 'not-found', detail: { entryId } }
    if (attendance !== null && entry.status !== 'confirmed')
      return { code: 'wrong-status', detail: { entryId, status: entry.status } }
  }
  return null
}

/** The entries stay as they are. Of somebody who has left the centre nothing more is kept (GDPR art. 5). */
export function recordMarks(
  { sittingId, marks, markedAt }: MarkAttendanceArgs,
  { entries }: MarkAttendanceFacts,
  { operatorName: markedBy }: Circumstances,
): Write[] {
  return marks.flatMap(({ markId: id, entryId, attendance }) => {
    const entry = entries.find((one) => one.id === entryId)
    if (!entry) return []
    const { requestId, candidateId, sessionId } = entry
    const who = { entryId, sittingId, requestId, candidateId, sessionId }
    return { entity: 'attendanceMark', value: { id, ...who, attendance, markedAt, markedBy } } satisfies Write
  })
}
