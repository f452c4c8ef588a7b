import type { OfferingRow } from '../../contract/desk.ts'
import { countByStatus, findWaiting, listSittingDates } from '../../db/entries.ts'
import { rowsBy } from '../../db/request-parts.ts'
import { listRowsOfSession } from '../../db/rows.ts'
import type { Db } from '../../db/schema.ts'
import { byId } from '../../domain/by-id.ts'
import type { Exam, Offering, Software } from '../../domain/catalogue.ts'
import { idsAmong } from '../../domain/digest.ts'
import { ENTRY_STATUSES, type EntryStatus, holdsSeat } from '../../domain/entry.ts'
import { freeSeats } from '../../domain/seats.ts'
import { readPendingTouches } from './pending-touches.ts'
import { softwareNames } from './software-names.ts'

/** What the centre offers in a session, with the seats as this PC sees them. */
export async function listOfferings(db: Db, sessionId: string): Promise<OfferingRow[]> {
  const offerings = await listRowsOfSession(db, 'offering', sessionId)
  const ids = offerings.map(({ id }) => id)
  const parts = {
    exams: byId(await rowsBy(db, 'exam', 'id', distinct(offerings.map(({ examId }) => examId)))),
    software: byId(await rowsBy(db, 'software', 'id', distinct(offerings.flatMap((one) => one.softwareIds)))),
    counts: await countByStatus(db, ids),
    dates: await listSittingDates(db, ids),
    pending: (await readPendingTouches(db)).decisions,
    deciding: new Set<string>(),
  }
  // Few entries have a decision on its way: those are read, and not all of them.
  const entryIds = idsAmong('entry', parts.pending)
  for (const { offeringId } of await rowsBy(db, 'entry', 'id', entryIds)) if (offeringId) parts.deciding.add(offeringId)
  const rows = offerings.map((offering) => joinOffering(offering, parts)).sort(byExamThenSoftware)
  for (const row of rows) {
    const free = freeSeats(row.seats, row.used)
    // Few offerings are fought over: only of those is it asked how far their seats go.
    if (free > 0 && row.waiting > free) row.lastInTurn = await findWaiting(db, row.id, free)
  }
  return rows
}

type Parts = {
  exams: ReadonlyMap<string, Exam>
  software: ReadonlyMap<string, Software>
  /** Entries of each offering, by status. */
  counts: ReadonlyMap<string, ReadonlyMap<EntryStatus, number>>
  dates: ReadonlyMap<string, readonly string[]>
  /** `entity/id` of what a decision on its way concerns. */
  pending: ReadonlySet<string>
  /** Offerings of the entries among them. */
  deciding: ReadonlySet<string>
}

function joinOffering(offering: Offering, { exams, software, counts, dates, pending, deciding }: Parts): OfferingRow {
  const exam = exams.get(offering.examId)
  const byStatus = counts.get(offering.id) ?? new Map<EntryStatus, number>()
  const changing = pending.has(`offering/${offering.id}`)
  return {
    ...offering,
    examCode: exam?.code ?? offering.examId,
    examLabel: exam?.label ?? '',
    software: softwareNames(offering, software),
    used: ENTRY_STATUSES.filter(holdsSeat).reduce((sum, status) => sum + (byStatus.get(status) ?? 0), 0),
    confirmed: byStatus.get('confirmed') ?? 0,
    waiting: byStatus.get('requested') ?? 0,
    lastInTurn: null,
    sittingDates: [...(dates.get(offering.id) ?? [])],
    changing,
    pending: changing || deciding.has(offering.id),
  }
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)]
}

function byExamThenSoftware(a: OfferingRow, b: OfferingRow): number {
  return (
    a.examCode.localeCompare(b.examCode) ||
    a.software.join().localeCompare(b.software.join()) ||
    a.id.localeCompare(b.id)
  )
}
