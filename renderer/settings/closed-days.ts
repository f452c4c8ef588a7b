import type { CentreSettings } from '../../domain/catalogue.ts'
import type { DayChanges } from '../../domain/commands/set-closed-days.ts'
import type { LocalDate } from '../../domain/time.ts'
import { isListOf, isOneOf, isShaped, isText, isYesNo } from '../../kit/accepts.ts'
import type { Accept } from '../../kit/kept.ts'

/** When the centre is closed and how deadlines are counted, as its settings hold them. */
export type Days = Pick<
  CentreSettings,
  'closedDays' | 'workedHolidays' | 'goodFriday' | 'boxingDay' | 'deadlineReading'
>

/** What somebody began to change, and what was there then. */
export type DaysDraft = { seen: Days; days: Days }

const isDays: Accept<Days> = isShaped({
  closedDays: isListOf(isText),
  workedHolidays: isListOf(isText),
  goodFriday: isYesNo,
  boxingDay: isYesNo,
  deadlineReading: isOneOf('A', 'B'),
})
export const isDaysDraft: Accept<DaysDraft> = isShaped({ seen: isDays, days: isDays })

export function daysOf({ closedDays, workedHolidays, goodFriday, boxingDay, deadlineReading }: Days): Days {
  return { closedDays, workedHolidays, goodFriday, boxingDay, deadlineReading }
}

/** Only what differs: days as added and taken away, so that two people may each change theirs. */
export function dayChanges(seen: Days, days: Days): DayChanges {
  const changes: DayChanges = {}
  for (const field of ['closedDays', 'workedHolidays'] as const) {
    const added = without(days[field], seen[field])
    const removed = without(seen[field], days[field])
    if (added.length + removed.length > 0) changes[field] = { added, removed }
  }
  for (const field of ['goodFriday', 'boxingDay'] as const)
    if (seen[field] !== days[field]) changes[field] = { from: seen[field], to: days[field] }
  if (seen.deadlineReading !== days.deadlineReading)
    changes.deadlineReading = { from: seen.deadlineReading, to: days.deadlineReading }
  return changes
}

function without(days: readonly LocalDate[], others: readonly LocalDate[]): LocalDate[] {
  return days.filter((day) => !others.includes(day)).toSorted()
}
