import { listConfirmedOfOffering } from '../../db/entries.ts'
import { getRow, getRows } from '../../db/rows.ts'
import type { Db } from '../../db/schema.ts'
import { ownCentre } from '../own-centre.ts'
import type { SheetContent } from './attendance-sheet-paper.ts'

/** Null when it is not here, or was called off. Who signs at a sitting, from the confirmed entries, in the order of birth names as a French reader sorts them. */
export async function readSheet(
  db: Db,
  sittingId: string,
): Promise<{ sessionId: string; content: SheetContent } | null> {
  const sitting = await getRow(db, 'sitting', sittingId)
  const offering = sitting && (await getRow(db, 'offering', sitting.offeringId))
  const exam = offering && (await getRow(db, 'exam', offering.examId))
  const session = sitting && (await getRow(db, 'examSession', sitting.sessionId))
  if (!sitting || sitting.cancelled || !offering || !exam || !session) return null
  const { centre } = await ownCentre(db)
  const entries = await listConfirmedOfOffering(db, offering.id)
  const candidates = await getRows(
    db,
    'candidate',
    entries.map(({ candidateId }) => candidateId),
  )
  const software = await getRows(db, 'software', offering.softwareIds)
  const order = new Intl.Collator('fr')
  return {
    sessionId: session.id,
    content: {
      centreName: centre.name,
      centreTown: centre.town,
      timeZone: centre.timeZone,
      sessionLabel: session.label,
      examCode: exam.code,
      examLabel: exam.label,
      software: offering.softwareIds.map((id) => software.find((row) => row.id === id)?.name ?? id).join(', '),
      heldOn: sitting.heldOn,
      startsAtLocal: sitting.startsAtLocal,
      endsAtLocal: addMinutes(sitting.startsAtLocal, exam.minutes),
      room: sitting.room,
      candidates: candidates
        .sort(
          (a, b) =>
            order.compare(a.birthName, b.birthName) ||
            order.compare(a.firstNames, b.firstNames) ||
            a.id.localeCompare(b.id),
        )
        .map(({ birthName, usageName, firstNames, bornOn, nuc }) => ({
          birthName,
          usageName,
          firstNames,
          bornOn,
          nuc,
        })),
    },
  }
}

/** Wall-clock arithmetic: exams do not run across a clock change. */
function addMinutes(time: string, minutes: number): string {
  const total = Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) + minutes
  return `${String(Math.floor(total / 60) % 24).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`
}
