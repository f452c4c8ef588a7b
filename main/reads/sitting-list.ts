import type { SittingRow } from '../../contract/desk.ts'
import { listDocumentsOf } from '../../db/documents.ts'
import type { Db } from '../../db/schema.ts'
import { readSession, softwareNames } from './session-rows.ts'

/** The sittings of a session, by date and hour, with how many will sign and the last sheet made. */
export async function listSittings(db: Db, sessionId: string): Promise<SittingRow[]> {
  const rows = await readSession(db, sessionId)
  const sittings: SittingRow[] = []
  for (const sitting of rows.sittings.values()) {
    const offering = rows.offerings.get(sitting.offeringId)
    const exam = rows.exams.get(offering?.examId ?? '')
    const last = (await listDocumentsOf(db, 'attendance-sheet', sitting.id))[0]
    sittings.push({
      ...sitting,
      examCode: exam?.code ?? '',
      examLabel: exam?.label ?? '',
      minutes: exam?.minutes ?? 0,
      software: softwareNames(offering, rows.software),
      confirmed: [...rows.entries.values()].filter(
        ({ offeringId, status }) => offeringId === sitting.offeringId && status === 'confirmed',
      ).length,
      lastSheet: last ? { version: last.version, madeAt: last.madeAt } : null,
    })
  }
  return sittings.sort((a, b) =>
    `${a.heldOn} ${a.startsAtLocal} ${a.room}`.localeCompare(`${b.heldOn} ${b.startsAtLocal} ${b.room}`),
  )
}
