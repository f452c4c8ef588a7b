import type { SittingRow } from '../../contract/desk.ts'
import { listDocumentsOf } from '../../db/documents.ts'
import { listRowsOfSession } from '../../db/rows.ts'
import type { Db } from '../../db/schema.ts'
import { listOfferings } from './offering-list.ts'
import { readPendingTouches } from './session-rows.ts'

/** The sittings of a session that stand, by date and hour, with how many will sign and the last sheet made. */
export async function listSittings(db: Db, sessionId: string): Promise<SittingRow[]> {
  const offerings = new Map((await listOfferings(db, sessionId)).map((offering) => [offering.id, offering]))
  const exams = new Map((await listRowsOfSession(db, 'exam', sessionId)).map((exam) => [exam.id, exam]))
  const { decisions } = await readPendingTouches(db)
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
      pending: decisions.has(`sitting/${sitting.id}`),
      lastSheet: last ? { version: last.version, madeAt: last.madeAt } : null,
    })
  }
  return sittings.sort((a, b) =>
    `${a.heldOn} ${a.startsAtLocal} ${a.room}`.localeCompare(`${b.heldOn} ${b.startsAtLocal} ${b.room}`),
  )
}
