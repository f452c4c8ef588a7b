import type { Exam, ExamSession } from '../../domain/catalogue.ts'
import { toLocalDate } from '../../domain/time.ts'
import type { SessionStage } from '../../text/screens/session.ts'

type Today = { now: string; centre: { timeZone: string } }

/** Where a session stands now. @param exams of that session: each has its own window, one that is open makes it open */
export function sessionStage(
  { startsOn, endsOn }: Pick<ExamSession, 'startsOn' | 'endsOn'>,
  exams: readonly Pick<Exam, 'registrationOpensAt' | 'registrationClosesAt'>[],
  { now, centre }: Today,
): SessionStage {
  const today = toLocalDate(now, centre.timeZone)
  if (today > endsOn) return 'over'
  if (today >= startsOn) return 'held'
  if (exams.some((exam) => exam.registrationOpensAt <= now && now < exam.registrationClosesAt)) return 'open'
  return exams.every((exam) => now < exam.registrationOpensAt) ? 'ahead' : 'closed'
}
