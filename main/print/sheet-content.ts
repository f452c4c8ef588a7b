import { listConfirmedOfOffering } from '../../db/entries.ts'
import { getRow, getRows } from '../../db/rows.ts'
import type { Db } from '../../db/schema.ts'
import { byId } from '../../domain/by-id.ts'
import type { Candidate } from '../../domain/candidate.ts'
import { addMinutes } from '../../domain/time.ts'
import { ownCentre } from '../own-centre.ts'

/** Everything that an attendance sheet says, frozen when it is made; candidates in the order of their birth names. */
export type SheetContent = {
  centreName: string
  centreTown: string
  timeZone: string
  sessionLabel: string
  examCode: string
  examLabel: string
  software: string
  heldOn: string
  startsAtLocal: string
  endsAtLocal: string
  room: string
  candidates: Pick<Candidate, 'birthName' | 'usageName' | 'firstNames' | 'bornOn' | 'nuc'>[]
}

/** The list of a sitting. `phones`: of each candidate, in the order of the content; `received`: their places in the order received. */
export type Sheet = { sessionId: string; content: SheetContent; phones: string[]; received: number[] }

/** Null when it is not here, or was called off. Who sits, from the confirmed entries, in the order of birth names as French people sort them. */
export async function readSheet(db: Db, sittingId: string): Promise<Sheet | null> {
  const sitting = await getRow(db, 'sitting', sittingId)
  const offering = sitting && (await getRow(db, 'offering', sitting.offeringId))
  const exam = offering && (await getRow(db, 'exam', offering.examId))
  const session = sitting && (await getRow(db, 'examSession', sitting.sessionId))
  if (!sitting || sitting.cancelled || !offering || !exam || !session) return null
  const { centre } = await ownCentre(db)
  const { candidates, received } = await readSeated(db, offering.id)
  const software = await getRows(db, 'software', offering.softwareIds)
  return {
    sessionId: session.id,
    phones: candidates.map(({ phone }) => phone),
    received,
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
      candidates: candidates.map(({ birthName, usageName, firstNames, bornOn, nuc }) => ({
        birthName,
        usageName,
        firstNames,
        bornOn,
        nuc,
      })),
    },
  }
}

async function readSeated(db: Db, offeringId: string): Promise<{ candidates: Candidate[]; received: number[] }> {
  const entries = await listConfirmedOfOffering(db, offeringId)
  const ids = (of: 'candidateId' | 'requestId') => entries.map((entry) => entry[of])
  const requests = byId(await getRows(db, 'request', ids('requestId')))
  const arrived = new Map(
    entries.map(({ candidateId, requestId }) => [candidateId, `${requests.get(requestId)?.receivedAt} ${requestId}`]),
  )
  const candidates = (await getRows(db, 'candidate', ids('candidateId'))).sort(byBirthName)
  const arrivalOf = (index: number) => arrived.get(candidates[index]?.id ?? '') ?? ''
  const received = candidates.map((_, index) => index).sort((a, b) => (arrivalOf(a) < arrivalOf(b) ? -1 : 1))
  return { candidates, received }
}

const order = new Intl.Collator('fr')
type Named = Pick<Candidate, 'id' | 'birthName' | 'firstNames'>

/** The order of the lists that are signed and ticked: of birth names, as French people sort them. */
export function byBirthName(a: Named, b: Named): number {
  return (
    order.compare(a.birthName, b.birthName) || order.compare(a.firstNames, b.firstNames) || a.id.localeCompare(b.id)
  )
}
