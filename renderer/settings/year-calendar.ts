import { closedBecause, type HolidayKey, publicHolidays, type WorkingCalendar } from '../../domain/calendar.ts'
import { addDays, type LocalDate, weekday } from '../../domain/time.ts'
import type { DayKind } from '../../text/screens/closed-days.ts'

/** A day of the year as the calendar shows it. */
export type Day = { on: LocalDate; kind: DayKind; holiday: HolidayKey | null }

/** Weeks from Monday to Sunday; null outside the month. */
export type Month = { first: LocalDate; weeks: (Day | null)[][] }

/** The twelve months of a year, each day with what it is for the centre. */
export function monthsOf(year: number, calendar: WorkingCalendar): Month[] {
  const holidays = new Map(publicHolidays(year, calendar).map(({ on, key }) => [on, key]))
  return Array.from({ length: 12 }, (_, month) => {
    const first = `${year}-${String(month + 1).padStart(2, '0')}-01`
    const cells: (Day | null)[] = Array.from({ length: weekday(first) - 1 }, () => null)
    for (let on = first; on.slice(0, 7) === first.slice(0, 7); on = addDays(on, 1))
      cells.push(dayOf(on, calendar, holidays))
    while (cells.length % 7 > 0) cells.push(null)
    return { first, weeks: Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7)) }
  })
}

function dayOf(on: LocalDate, calendar: WorkingCalendar, holidays: ReadonlyMap<LocalDate, HolidayKey>): Day {
  const holiday = holidays.get(on) ?? null
  if (weekday(on) > 5) return { on, kind: 'weekend', holiday }
  if (closedBecause(on, { ...calendar, workedHolidays: [] })?.kind === 'holiday')
    return { on, holiday, kind: calendar.workedHolidays.includes(on) ? 'worked' : 'holiday' }
  return { on, holiday, kind: calendar.closedDays.includes(on) ? 'closed' : 'open' }
}

/** Where a key leads from a day, as in the calendars people know; null for a key that leads nowhere. */
export function dayAfterKey(on: LocalDate, key: string): LocalDate | null {
  const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }
  const step = steps[key]
  if (step !== undefined) return addDays(on, step)
  if (key === 'Home') return addDays(on, 1 - weekday(on))
  if (key === 'End') return addDays(on, 7 - weekday(on))
  if (key === 'PageUp') return sameDayIn(on, -1)
  if (key === 'PageDown') return sameDayIn(on, 1)
  return null
}

/** The same day of another month, or its last when it has no such day. */
function sameDayIn(on: LocalDate, months: number): LocalDate {
  const index = Number(on.slice(0, 4)) * 12 + Number(on.slice(5, 7)) - 1 + months
  const month = (at: number) => `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
  const last = addDays(`${month(index + 1)}-01`, -1)
  const same = `${month(index)}-${on.slice(8)}`
  return same < last ? same : last
}

type Lists = { closedDays: LocalDate[]; workedHolidays: LocalDate[] }

/**
 * The lists after a day, or each from `anchor` to it, was pressed. A working day is closed, a closed one opened, a public holiday worked or
 * not; a period does to all its working days what its last press does to one, and leaves week-ends and holidays alone.
 */
export function pressDay(on: LocalDate, anchor: LocalDate | null, calendar: WorkingCalendar): Lists {
  const closedDays = [...calendar.closedDays]
  const workedHolidays = [...calendar.workedHolidays]
  const { kind } = dayOf(on, calendar, new Map())
  if (anchor !== null && anchor !== on) {
    const inside = daysBetween(anchor, on).filter((day) =>
      ['open', 'closed'].includes(dayOf(day, calendar, new Map()).kind),
    )
    const close = inside.some((day) => !closedDays.includes(day))
    const others = closedDays.filter((day) => !inside.includes(day))
    return { workedHolidays, closedDays: close ? [...others, ...inside].toSorted() : others }
  }
  if (kind === 'weekend') return { closedDays, workedHolidays }
  return kind === 'open' || kind === 'closed'
    ? { workedHolidays, closedDays: toggled(closedDays, on) }
    : { closedDays, workedHolidays: toggled(workedHolidays, on) }
}

function daysBetween(one: LocalDate, other: LocalDate): LocalDate[] {
  const [from, to] = one < other ? [one, other] : [other, one]
  const days: LocalDate[] = []
  for (let on = from; on <= to; on = addDays(on, 1)) days.push(on)
  return days
}

function toggled(days: readonly LocalDate[], on: LocalDate): LocalDate[] {
  return days.includes(on) ? days.filter((day) => day !== on) : [...days, on].toSorted()
}

export type Period = { from: LocalDate; to: LocalDate; days: LocalDate[] }

/** The closed days of a year as periods: what lies between two of them and is not worked either does not part them. */
export function closedPeriods(year: number, calendar: WorkingCalendar): Period[] {
  const days = calendar.closedDays.filter((on) => on.startsWith(`${year}-`)).toSorted()
  const periods: Period[] = []
  for (const on of days) {
    const last = periods.at(-1)
    if (last && isBridged(last.to, on, calendar)) {
      last.to = on
      last.days.push(on)
    } else periods.push({ from: on, to: on, days: [on] })
  }
  return periods
}

function isBridged(from: LocalDate, to: LocalDate, calendar: WorkingCalendar): boolean {
  for (let on = addDays(from, 1); on < to; on = addDays(on, 1)) if (closedBecause(on, calendar) === null) return false
  return true
}
