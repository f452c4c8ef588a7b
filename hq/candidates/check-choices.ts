import type { Centre, Exam, ExamSession } from '../../domain/catalogue.ts'
import { type Choices, offeringsForAll, registrationState } from '../../domain/registration.ts'
import type { Instant } from '../../domain/time.ts'
import type { HqDatabase, Tx } from '../db/open.ts'
import type { PageRefusal } from '../page-error.ts'

/**
 * Whether this may be asked for now: the session's exams, in their windows, at an accredited centre that runs them all as chosen.
 * The window is for submission: it is judged when the form is sent and never again. Null when all of it holds.
 * Refuses: not-found, bad-request, window-not-open, window-closed (`detail`: the exam), not-run-there.
 */
export async function refusalOfChoices(
  db: HqDatabase | Tx,
  { sessionId, centreId, choices }: Choices,
  at: Instant,
): Promise<PageRefusal | null> {
  const examIds = choices.map(({ examId }) => examId)
  if (new Set(examIds).size < examIds.length) return { refused: 'bad-request', detail: '/choices' }
  const read = await readAsked(db, { sessionId, centreId, examIds })
  if (!read) return { refused: 'not-found' }
  for (const exam of read.exams) {
    const state = registrationState(exam, at)
    if (state !== 'open') return { refused: state === 'not-yet' ? 'window-not-open' : 'window-closed', detail: exam.id }
  }
  const offerings = await db
    .selectFrom('offering')
    .select(['id', 'sessionId', 'examId', 'softwareIds', 'seats', 'open'])
    .where('centreId', '=', centreId)
    .where('sessionId', '=', sessionId)
    .execute()
  const offered = offeringsForAll(examIds, offerings)
  const runs = choices.every(({ examId, offeringId }) => offered?.get(examId)?.some(({ id }) => id === offeringId))
  return runs && isAccredited(read.centre, read.session) ? null : { refused: 'not-run-there' }
}

/** An accreditation must last until the session's end. */
export function isAccredited(
  { accreditationEndsOn }: Pick<Centre, 'accreditationEndsOn'>,
  { endsOn }: Pick<ExamSession, 'endsOn'>,
): boolean {
  return accreditationEndsOn >= endsOn
}

type Asked = { sessionId: string; centreId: string; examIds: readonly string[] }

/** The session, its exams that are asked for, and the centre; null when one of them is not known. */
async function readAsked(
  db: HqDatabase | Tx,
  { sessionId, centreId, examIds }: Asked,
): Promise<{ session: ExamSession; centre: Centre; exams: Exam[] } | null> {
  const session = await db.selectFrom('examSession').selectAll().where('id', '=', sessionId).executeTakeFirst()
  const centre = await db.selectFrom('centre').selectAll().where('id', '=', centreId).executeTakeFirst()
  const exams = await db
    .selectFrom('exam')
    .selectAll()
    .where('sessionId', '=', sessionId)
    .where('id', 'in', examIds)
    .orderBy('id')
    .execute()
  return session && centre && exams.length === examIds.length ? { session, centre, exams } : null
}
