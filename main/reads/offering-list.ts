import type { OfferingRow } from '../../contract/desk.ts'
import type { Db } from '../../db/schema.ts'
import type { Offering } from '../../domain/catalogue.ts'
import { countSeats } from '../../domain/seats.ts'
import { readPendingTouches, readSession, type SessionRows, softwareNames } from './session-rows.ts'

/** What the centre offers in a session, with the seats as this PC sees them. */
export async function listOfferings(db: Db, sessionId: string): Promise<OfferingRow[]> {
  const rows = await readSession(db, sessionId)
  const { decisions } = await readPendingTouches(db)
  return [...rows.offerings.values()]
    .map((offering) => joinOffering(offering, rows, decisions))
    .sort(byExamThenSoftware)
}

function joinOffering(offering: Offering, rows: SessionRows, pending: ReadonlySet<string>): OfferingRow {
  const exam = rows.exams.get(offering.examId)
  const entries = [...rows.entries.values()].filter(({ offeringId }) => offeringId === offering.id)
  const count = (status: string) => entries.filter((entry) => entry.status === status).length
  return {
    ...offering,
    examCode: exam?.code ?? offering.examId,
    examLabel: exam?.label ?? '',
    software: softwareNames(offering, rows.software),
    used: countSeats(entries).get(offering.id) ?? 0,
    confirmed: count('confirmed'),
    waiting: count('requested'),
    sittingDates: [...rows.sittings.values()]
      .filter(({ offeringId }) => offeringId === offering.id)
      .map(({ heldOn }) => heldOn)
      .sort(),
    pending: pending.has(`offering/${offering.id}`) || entries.some(({ id }) => pending.has(`entry/${id}`)),
  }
}

function byExamThenSoftware(a: OfferingRow, b: OfferingRow): number {
  return (
    a.examCode.localeCompare(b.examCode) ||
    a.software.join().localeCompare(b.software.join()) ||
    a.id.localeCompare(b.id)
  )
}
