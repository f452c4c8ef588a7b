import type { EntryRow } from '../../contract/desk.ts'
import { isWorkingDay } from '../../domain/calendar.ts'
import { workingCalendar } from '../../domain/catalogue.ts'
import { type ExtensionKind, latestExtension } from '../../domain/commands/extend.ts'
import { addDays, type LocalDate, toLocalDate } from '../../domain/time.ts'
import type { ReadyDesk } from '../frame/office.tsx'

/** The days to which the deadline of all these entries could be put off now, in order: what the rule would accept, and no other. */
export function extensionDays(
  { centre, settings, now }: Pick<ReadyDesk, 'centre' | 'settings' | 'now'>,
  entries: readonly Pick<EntryRow, 'deadlineOn'>[],
  kind: ExtensionKind,
): LocalDate[] {
  const today = toLocalDate(now, centre.timeZone)
  const latest = latestExtension(now, centre.timeZone, kind)
  const calendar = workingCalendar(centre, settings)
  const first = entries.reduce((day, { deadlineOn }) => {
    const next = deadlineOn === null ? day : addDays(deadlineOn, 1)
    return next > day ? next : day
  }, today)
  const days: LocalDate[] = []
  for (let day = first; day <= latest; day = addDays(day, 1)) if (isWorkingDay(day, calendar)) days.push(day)
  return days
}

/** Three working days more, as the first deadline gave; the last there is when there are fewer. */
export function proposedDay(days: readonly LocalDate[]): LocalDate | null {
  return days[2] ?? days.at(-1) ?? null
}
