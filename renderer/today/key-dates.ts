import type { Today } from '../../contract/desk-today.ts'
import type { LocalDate } from '../../domain/time.ts'
import { toLocalDate } from '../../domain/time.ts'
import { closingDay, type KeyDate } from '../../text/screens/today.ts'

/** The dates of a session with today among them, in order; a day on which two fall is told for each. */
export function keyDates(
  { opensAt, closesAt, examsFrom, examsTo }: Today['dates'],
  today: LocalDate,
  timeZone: string,
): KeyDate[] {
  const dates: KeyDate[] = [{ kind: 'today', on: today, until: null }]
  if (opensAt) dates.push({ kind: 'opening', on: toLocalDate(opensAt, timeZone), until: null })
  if (closesAt) dates.push({ kind: 'closing', on: closingDay(closesAt, timeZone), until: null })
  dates.push({ kind: 'exams', on: examsFrom, until: examsTo > examsFrom ? examsTo : null })
  const rank = { opening: 0, today: 1, closing: 2, exams: 3 } as const
  return dates.sort((a, b) => (a.on === b.on ? rank[a.kind] - rank[b.kind] : a.on < b.on ? -1 : 1))
}

/** The first that is still to come; null when the session is behind. */
export function nextDate(dates: readonly KeyDate[], today: LocalDate): KeyDate | null {
  return dates.find(({ kind, on }) => kind !== 'today' && on > today) ?? null
}
