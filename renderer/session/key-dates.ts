import type { Exam, ExamSession } from '../../domain/catalogue.ts'
import { addSeconds, type LocalDate, toLocalDate } from '../../domain/time.ts'

export type KeyDateKind = 'opening' | 'closing' | 'exams' | 'lastDay' | 'today'
export type KeyDate = { on: LocalDate; kind: KeyDateKind; when: 'past' | 'now' | 'ahead' }

type Today = { now: string; centre: { timeZone: string } }
/** On the same day: what begins, then today among it. */
const ORDER: readonly KeyDateKind[] = ['opening', 'closing', 'exams', 'lastDay', 'today']

/** The dates of a session in their order, with today among them: registrations open and close (each day once), exams begin and end. */
export function keyDates(
  { startsOn, endsOn }: Pick<ExamSession, 'startsOn' | 'endsOn'>,
  exams: readonly Pick<Exam, 'registrationOpensAt' | 'registrationClosesAt'>[],
  { now, centre }: Today,
): KeyDate[] {
  const dayOf = (instant: string) => toLocalDate(instant, centre.timeZone)
  const today = dayOf(now)
  const days = (kind: KeyDateKind, on: Iterable<LocalDate>) => [...new Set(on)].map((date) => ({ on: date, kind }))
  const dates = [
    ...days(
      'opening',
      exams.map(({ registrationOpensAt }) => dayOf(registrationOpensAt)),
    ),
    // Closing at midnight ends the day before.
    ...days(
      'closing',
      exams.map(({ registrationClosesAt }) => dayOf(addSeconds(registrationClosesAt, -1))),
    ),
    ...days('exams', [startsOn]),
    ...(endsOn > startsOn ? days('lastDay', [endsOn]) : []),
    ...days('today', [today]),
  ]
  return dates
    .sort((a, b) => (a.on === b.on ? ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) : a.on < b.on ? -1 : 1))
    .map(({ on, kind }) => ({ on, kind, when: kind === 'today' ? 'now' : on < today ? 'past' : 'ahead' }))
}
