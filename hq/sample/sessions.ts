import type { ExamSession } from '../../domain/catalogue.ts'
import { addDays, type LocalDate, startOfDay, weekday } from '../../domain/time.ts'

export type SampleSession = ExamSession & { opensAt: string; closesAt: string; dates: LocalDate[] }

const ZONE = 'Europe/Paris'
/** The invented past must have happened while registrations were open. */
const DAYS_OF_PAST = 60

/**
 * The next two sessions, January and June of each year, from a day in Paris: registrations for the first are open, those for
 * the second begin when they end. A session lasts five days; registrations close five weeks before it.
 */
export function nextSessions(today: LocalDate): [SampleSession, SampleSession] {
  const year = Number(today.slice(0, 4))
  const weeks = [year, year + 1, year + 2].flatMap((of) => [weekOf(of, '01', 'janvier'), weekOf(of, '06', 'juin')])
  const index = weeks.findIndex(({ startsOn }) => closingDay(startsOn) > today)
  const [first, second] = [weeks[index], weeks[index + 1]]
  if (!first || !second) throw new RangeError(`No session after ${today}`)
  const closes = closingDay(first.startsOn)
  const opens = addDays(today, -DAYS_OF_PAST)
  return [withWindow(first, opens, closes), withWindow(second, closes, closingDay(second.startsOn))]
}

function weekOf(year: number, month: '01' | '06', name: string): ExamSession {
  const fifteenth = `${year}-${month}-15`
  const startsOn = addDays(fifteenth, (8 - weekday(fifteenth)) % 7)
  return { id: `${year}-${month}`, label: `Session de ${name} ${year}`, startsOn, endsOn: addDays(startsOn, 4) }
}

function closingDay(startsOn: LocalDate): LocalDate {
  return addDays(startsOn, -35)
}

function withWindow(session: ExamSession, opensOn: LocalDate, closesOn: LocalDate): SampleSession {
  return {
    ...session,
    opensAt: startOfDay(opensOn, ZONE),
    closesAt: startOfDay(closesOn, ZONE),
    dates: [0, 1, 2, 3, 4].map((day) => addDays(session.startsOn, day)),
  }
}
