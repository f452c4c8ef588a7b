import type { SittingRow } from '../../contract/desk.ts'
import { listDocumentsOf } from '../../db/documents.ts'
import { rowsBy } from '../../db/request-parts.ts'
import { listRowsOfSession } from '../../db/rows.ts'
import type { Db } from '../../db/schema.ts'
import { lastMarks } from '../../domain/attendance.ts'
import { byId } from '../../domain/by-id.ts'
import { listOfferings } from './offering-list.ts'
import { readPendingTouches } from './pending-touches.ts'

/** The sittings of a session that stand, by date and hour, with how many will sign and the last sheet made. */
export async function listSittings(db: Db, sessionId: string): Promise<SittingRow[]> {
  const offerings = byId(await listOfferings(db, sessionId))
  const exams = byId(await listRowsOfSession(db, 'exam', sessionId))
  const { decisions } = await readPendingTouches(db)
  const attendance = await countAttendance(db, sessionId)
  const sittings: SittingRow[] = []
  for (const sitting of await listRowsOfSession(db, 'sitting', sessionId)) {
    if (sitting.cancelled) continue
    const offering = offerings.get(sitting.offeringId)
    const last = (await listDocumentsOf(db, 'attendance-sheet', sitting.id))[0]
    sittings.push({
      ...sitting,
      examCode: offering?.examCode ?? '',
      examLabel: offering?.examLabel ?? '',
      minutes: exams.get(offering?.examId ?? '')?.minutes ?? 0,
      software: offering?.software ?? [],
      confirmed: offering?.confirmed ?? 0,
      present: attendance.get(`${sitting.id} present`) ?? 0,
      absent: attendance.get(`${sitting.id} absent`) ?? 0,
      pending: decisions.has(`sitting/${sitting.id}`),
      lastSheet: last ? { version: last.version, madeAt: last.madeAt } : null,
    })
  }
  return sittings.sort((a, b) =>
    `${a.heldOn} ${a.startsAtLocal} ${a.room}`.localeCompare(`${b.heldOn} ${b.startsAtLocal} ${b.room}`),
  )
}

/** How many confirmed entries of a session are noted present, and absent, by sitting and which. */
async function countAttendance(db: Db, sessionId: string): Promise<Map<string, number>> {
  const marks = [...lastMarks(await listRowsOfSession(db, 'attendanceMark', sessionId)).values()]
  const entryIds = [...new Set(marks.map(({ entryId }) => entryId))]
  const entries = byId(await rowsBy(db, 'entry', 'id', entryIds))
  const counts = new Map<string, number>()
  for (const { entryId, sittingId, attendance } of marks) {
    if (entries.get(entryId)?.status !== 'confirmed') continue
    const key = `${sittingId} ${attendance}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}
