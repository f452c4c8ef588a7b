import { type Closure, closedBecause, type WorkingCalendar } from './calendar.ts'
import { addDays, atLocal, type Instant, type LocalDate, startOfDay, toLocalDate, toLocalTimeOfDay } from './time.ts'

/**
 * The two readings of « 72 heures ouvrées », which no law defines:
 * B, three working days, the day of the mail not counted, up to 24:00 (as CPC art. 641 and 642 count);
 * A, 72 hours of a clock that stands still on days that are not worked.
 */
export type DeadlineReading = 'A' | 'B'

/** How the deadline was counted, day by day, from the start to the third day counted. */
export type DeadlineStep =
  | { kind: 'start'; on: LocalDate; at: Instant }
  | { kind: 'excluded'; on: LocalDate; because: Closure }
  | { kind: 'counted'; on: LocalDate; day: number }

export type Deadline = {
  /** The last day counted, a working day of the centre. */
  on: LocalDate
  /** The first instant at which it is too late. For a deadline at 24:00, where the day after `on` begins. */
  at: Instant
  steps: DeadlineStep[]
}

const WORKING_DAYS = 3
/** Far beyond any holiday or works; without a bound, a calendar closed for good would be searched for ever. */
const DAYS_LOOKED_AT = 400

/**
 * When a candidate pre-validated at `from` must have paid, in the centre's zone and calendar. Never « + 72 × 3600 s »: days
 * are counted on the wall calendar, across clock changes. A is never later than B.
 *
 * Null when too few working days are found in sight. It is a value and not an exception because people type the closed days:
 * a centre closed until further notice is no bug, and a bug's exception would have HQ retry its command for ever.
 */
export function paymentDeadline(question: Question): Deadline | null {
  if (last === null || !isSame(last.question, question)) last = { question, deadline: countDeadline(question) }
  return last.deadline
}

type Question = { from: Instant; timeZone: string; calendar: WorkingCalendar; reading: DeadlineReading }

/** A list is judged row by row at one instant, by one calendar: the deadline of all is counted once. */
let last: { question: Question; deadline: Deadline | null } | null = null

function isSame(a: Question, b: Question): boolean {
  const { closedDays, workedHolidays, territory, goodFriday, boxingDay } = a.calendar
  return (
    a.from === b.from &&
    a.timeZone === b.timeZone &&
    a.reading === b.reading &&
    // Lists that are the same thing, not only alike: to compare them day by day would cost as much as to count.
    closedDays === b.calendar.closedDays &&
    workedHolidays === b.calendar.workedHolidays &&
    territory === b.calendar.territory &&
    goodFriday === b.calendar.goodFriday &&
    boxingDay === b.calendar.boxingDay
  )
}

function countDeadline({ from, timeZone, calendar, reading }: Question): Deadline | null {
  const startsOn = toLocalDate(from, timeZone)
  // The clock of A starts with a whole day when the mail leaves on a closed day, or as a working day begins.
  const atDayStart = from === startOfDay(startsOn, timeZone)
  const wholeDays = reading === 'B' || atDayStart || closedBecause(startsOn, calendar) !== null
  const steps: DeadlineStep[] = [{ kind: 'start', on: startsOn, at: from }]
  let counted = 0
  for (let ahead = 0; ahead < DAYS_LOOKED_AT; ahead++) {
    const on = addDays(startsOn, ahead)
    const because = closedBecause(on, calendar)
    if (because) {
      steps.push({ kind: 'excluded', on, because })
      continue
    }
    if (ahead === 0 && !(reading === 'A' && atDayStart)) continue
    counted += 1
    steps.push({ kind: 'counted', on, day: counted })
    if (counted === WORKING_DAYS) return { on, at: endOn(on, from, timeZone, wholeDays), steps }
  }
  return null
}

function endOn(on: LocalDate, from: Instant, timeZone: string, wholeDays: boolean): Instant {
  const midnight = startOfDay(addDays(on, 1), timeZone)
  if (wholeDays) return midnight
  const sameTime = atLocal(on, toLocalTimeOfDay(from, timeZone), timeZone)
  // Clocks that jump forward just before midnight would carry the time of day into the next date.
  return sameTime < midnight ? sameTime : midnight
}
