import { isWorkingDay, type WorkingCalendar } from '../../domain/calendar.ts'
import { type DeadlineReading, paymentDeadline } from '../../domain/deadline.ts'
import { addDays, atLocal, type Instant, type LocalDate, toLocalDate } from '../../domain/time.ts'
import type { DeadlinePlan } from './plan.ts'

/** What is needed to place invented events on a centre's working days. */
export type CentreDays = {
  now: Instant
  today: LocalDate
  timeZone: string
  calendar: WorkingCalendar
  reading: DeadlineReading
}

/** The first working day after a date, at this time. */
export function nextWorkingMoment({ timeZone, calendar }: CentreDays, after: LocalDate, time: string): Instant {
  let date = addDays(after, 1)
  while (!isWorkingDay(date, calendar)) date = addDays(date, 1)
  return atLocal(date, time, timeZone)
}

/**
 * A past moment of a working day at which a pre-validation would have a deadline of the kind wanted: over before today, ending
 * today, or the latest there is. Where no deadline can end today (a Sunday), one that ends as soon as possible after it.
 */
export function prevalidationFor(days: CentreDays, wanted: DeadlinePlan, time: string): Instant {
  const past = Array.from({ length: 30 }, (_, ago) => addDays(days.today, -ago))
    .filter((date) => isWorkingDay(date, days.calendar))
    .map((date) => atLocal(date, time, days.timeZone))
    .filter((at) => at <= days.now)
  const endOf = (at: Instant) => deadlineFrom(days, at).on
  const notOver = past.filter((at) => endOf(at) >= days.today)
  const found =
    wanted === 'overdue'
      ? past.find((at) => endOf(at) < days.today)
      : wanted === 'today'
        ? notOver.at(-1)
        : notOver.at(0)
  // Before the first working morning after a long closure nothing is pending yet: the last deadline there was will do.
  const at = found ?? past[0]
  if (!at) throw new RangeError('No working day in the last thirty days')
  return at
}

export function deadlineFrom({ timeZone, calendar, reading }: CentreDays, from: Instant) {
  const deadline = paymentDeadline({ from, timeZone, calendar, reading })
  if (!deadline) throw new RangeError(`No deadline from ${from}`)
  return deadline
}

/** A moment some days ago, of the day's waking hours, in the centre's zone and never in the future. */
export function daysAgo({ now, today, timeZone }: CentreDays, days: number, time: string): Instant {
  const at = atLocal(addDays(today, -days), time, timeZone)
  return at <= now ? at : atLocal(addDays(today, -days - 1), time, timeZone)
}

export function localDateOf({ timeZone }: CentreDays, at: Instant): LocalDate {
  return toLocalDate(at, timeZone)
}

/** A time of the first working day after; never in the future. */
export function workingMomentAfter(days: CentreDays, at: Instant, time: string): Instant {
  const moment = nextWorkingMoment(days, localDateOf(days, at), time)
  return moment <= days.now ? moment : days.now
}
