import { rowsBy } from '../../db/request-parts.ts'
import { getRow, getRows } from '../../db/rows.ts'
import type { Tx } from '../../db/schema.ts'
import { attendedKey, lastMarks } from '../../domain/attendance.ts'
import { addSeconds, type Instant } from '../../domain/time.ts'
import { ownCentre } from '../own-centre.ts'
import { newId } from './context.ts'
import type { DeskHandler } from './handler.ts'

export const markAttendance: DeskHandler<'attendance.mark'> = {
  complete: async (tx, draft, context) => ({
    ...draft,
    marks: marksOf(draft).map((mark) => ({ ...mark, markId: newId(context) })),
    markedAt: await afterKnown(tx, draft, context.clock.now()),
  }),
  load: async (tx, { sittingId, marks }) => ({
    sitting: await getRow(tx, 'sitting', sittingId),
    entries: await getRows(
      tx,
      'entry',
      marks.map(({ entryId }) => entryId),
    ),
    timeZone: (await ownCentre(tx)).centre.timeZone,
  }),
}

type Draft = Readonly<Record<string, unknown>>

/** What is no list of marks is refused by the shape of the arguments. */
function marksOf({ marks }: Draft): readonly Record<string, unknown>[] {
  return Array.isArray(marks) ? marks : []
}

/**
 * Now, or right after what was noted of these people already: a clock that is late must not let the mark that somebody corrects count
 * rather than the correction.
 */
async function afterKnown(tx: Tx, draft: Draft, now: Instant): Promise<Instant> {
  const { sittingId } = draft
  if (typeof sittingId !== 'string') return now
  const last = lastMarks(await rowsBy(tx, 'attendanceMark', 'sittingId', [sittingId]))
  const known = marksOf(draft).flatMap(({ entryId }) => {
    return last.get(attendedKey({ sittingId, entryId: String(entryId) }))?.markedAt ?? []
  })
  return known.reduce((at, markedAt) => (markedAt < at ? at : addSeconds(markedAt, 0.001)), now)
}
