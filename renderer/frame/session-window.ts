import type { Exam, ExamSession } from '../../domain/catalogue.ts'
import { addSeconds, toLocalDate } from '../../domain/time.ts'
import { formatDayTime } from '../../text/format.ts'
import { formatDeadline } from '../../text/format-deadline.ts'
import { FRAME } from '../../text/screens/frame.ts'

type Today = { now: string; centre: { timeZone: string } }

/** The session to begin with: the first that is not over, or else the last one. */
export function currentSession(sessions: readonly ExamSession[], { now, centre }: Today): ExamSession | null {
  const inOrder = sessions.toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1))
  const today = toLocalDate(now, centre.timeZone)
  return inOrder.find(({ endsOn }) => endsOn >= today) ?? inOrder.at(-1) ?? null
}

/** Until when candidates may submit, in a sentence; null when the session has no exam. */
export function sayRegistrationWindow(exams: readonly Exam[], { now, centre }: Today): string | null {
  const { timeZone } = centre
  const say = (instant: string) => formatDayTime(instant, timeZone)
  // Closing at midnight is said as people say it: « dim. 13 déc. 24 h 00 », not the day after at 00 h 00.
  const sayEnd = (at: string) => formatDeadline({ on: toLocalDate(addSeconds(at, -1), timeZone), at, timeZone })
  const open = exams.filter((exam) => exam.registrationOpensAt <= now && now < exam.registrationClosesAt)
  if (open.length > 0) {
    const closings = open.map((exam) => exam.registrationClosesAt).toSorted()
    const [first = ''] = closings
    return first === closings.at(-1) ? FRAME.openUntil(sayEnd(first)) : FRAME.openUntilVaries(sayEnd(first))
  }
  const [next] = exams.flatMap((exam) => (exam.registrationOpensAt > now ? [exam.registrationOpensAt] : [])).toSorted()
  if (next) return FRAME.opensAt(say(next))
  const last = exams
    .map((exam) => exam.registrationClosesAt)
    .toSorted()
    .at(-1)
  return last ? FRAME.closedSince(sayEnd(last)) : null
}
