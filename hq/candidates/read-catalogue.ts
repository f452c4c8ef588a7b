import type { CatalogueAnswer } from '../../contract/candidate-pages.ts'
import { registrationState } from '../../domain/registration.ts'
import type { Hq } from '../hq.ts'
import { isAccredited } from './check-choices.ts'

/** The sessions with an exam that may be asked for now or later, and where there are centres for them. */
export async function readCatalogue({
  db,
  clock,
  nirKey,
}: Pick<Hq, 'db' | 'clock' | 'nirKey'>): Promise<CatalogueAnswer> {
  const now = clock.now()
  const sessions = await db.selectFrom('examSession').selectAll().orderBy('startsOn').execute()
  const exams = await db.selectFrom('exam').selectAll().orderBy('code').execute()
  const centres = await db
    .selectFrom('centre')
    .select(['department', 'accreditationEndsOn'])
    .orderBy('department')
    .execute()
  const open = sessions
    .map((session) => ({ ...session, exams: exams.filter(({ sessionId }) => sessionId === session.id) }))
    .filter((session) => session.exams.some((exam) => registrationState(exam, now) !== 'closed'))
  const accredited = centres.filter((centre) => open.some((session) => isAccredited(centre, session)))
  const departments = [...new Set(accredited.map(({ department }) => department))]
  return { sessions: open, departments, nirAsked: nirKey !== null, now }
}
