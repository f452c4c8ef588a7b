import { rowsBy } from '../../db/request-parts.ts'
import type { Db } from '../../db/schema.ts'
import type { AttendanceAttestation } from '../../domain/attendance-attestation.ts'
import { byId } from '../../domain/by-id.ts'
import type { Candidate } from '../../domain/candidate.ts'
import type { CentreSettings, Sitting } from '../../domain/catalogue.ts'
import { addMinutes } from '../../domain/time.ts'
import type { WordingField } from '../../domain/wording.ts'
import { formatDayLong } from '../../text/format.ts'
import { wordsOfEverybody } from '../../text/papers/wording-values.ts'
import { ownWording } from '../../text/papers/wordings.ts'
import { ownCentre } from '../own-centre.ts'
import { addresseeOf, readSender } from './letter-content.ts'

type AttestOne = (entry: { id: string }, candidate: Candidate, sitting: Sitting) => AttendanceAttestation

/**
 * What an attestation would say of whoever came to one of these sittings: all that is read for them is read once.
 * @param sittings of which some may be of one session, some of another
 */
export async function attestationMaker(db: Db, sittings: readonly Sitting[]): Promise<AttestOne> {
  const distinct = (ids: readonly string[]) => [...new Set(ids)]
  const offerings = byId(await rowsBy(db, 'offering', 'id', distinct(sittings.map(({ offeringId }) => offeringId))))
  const all = [...offerings.values()]
  const exams = byId(await rowsBy(db, 'exam', 'id', distinct(all.map(({ examId }) => examId))))
  const software = byId(await rowsBy(db, 'software', 'id', distinct(all.flatMap(({ softwareIds }) => softwareIds))))
  const sessions = byId(await rowsBy(db, 'examSession', 'id', distinct(sittings.map(({ sessionId }) => sessionId))))
  const sender = await readSender(db)
  const { settings } = await ownCentre(db)
  return (entry, candidate, sitting) => {
    const { id: sittingId, sessionId, offeringId, heldOn, startsAtLocal, room } = sitting
    const offering = offerings.get(offeringId)
    const exam = exams.get(offering?.examId ?? '')
    const attested = {
      ...sender,
      sessionLabel: sessions.get(sessionId)?.label ?? sessionId,
      ...addresseeOf(candidate),
      ...{ entryId: entry.id, sittingId },
      sitting: {
        ...{ examCode: exam?.code ?? '', examLabel: exam?.label ?? '', heldOn, startsAtLocal, room },
        software: offering?.softwareIds.map((id) => software.get(id)?.name ?? id).join(', ') ?? '',
        endsAtLocal: addMinutes(startsAtLocal, exam?.minutes ?? 0),
      },
    }
    const words = attendanceWords(settings, attested)
    return words ? { ...attested, words } : attested
  }
}

/** What the centre adds to it, of this candidate. */
export function attendanceWords(
  settings: Pick<CentreSettings, WordingField>,
  content: Omit<AttendanceAttestation, 'words'>,
): string[] | undefined {
  return ownWording(settings, 'attendance-attestation', {
    ...wordsOfEverybody(content, [content.sitting.examCode]),
    'exam-day': formatDayLong(content.sitting.heldOn),
  })
}
