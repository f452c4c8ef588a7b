import { isWorkingDay } from '../calendar.ts'
import { type Centre, type CentreSettings, workingCalendar } from '../catalogue.ts'
import { type Circumstances, type Decision, decided, refused } from '../decision.ts'
import type { Entry } from '../entry.ts'
import type { ExtendArgs } from '../shapes/commands/extend.ts'
import { addDays, type Instant, type LocalDate, startOfDay, toLocalDate } from '../time.ts'
import { entriesToMove } from './entries-to-move.ts'

export type { ExtendArgs } from '../shapes/commands/extend.ts'

/** However often a deadline is extended, it never lies further ahead than this. Days of the wall calendar, in the centre's zone. */
const DAYS_AHEAD = 30

export type ExtendFacts = { centre: Centre; settings: CentreSettings; entries: readonly Entry[] }

/** The last day to which a deadline may be put off at this instant, worked or not. */
export function latestExtension(at: Instant, timeZone: string): LocalDate {
  return addDays(toLocalDate(at, timeZone), DAYS_AHEAD)
}

/**
 * Gives the pre-validated entries of one request until the end of a later working day to be paid, all or nothing, even after their
 * deadline. Refuses: not-valid (no reason), not-found, wrong-status, deadline-not-later (than the present one, and than now),
 * deadline-too-far with the last day possible, not-a-working-day.
 */
export function decideExtend(args: ExtendArgs, facts: ExtendFacts, { at }: Circumstances): Decision {
  const { centre, settings } = facts
  const { deadlineOn } = args
  if (args.reason.trim() === '') return refused('not-valid', { field: 'reason' })
  const moving = entriesToMove('extend', args, facts.entries, at)
  if (!moving.ok) return moving
  const today = toLocalDate(at, centre.timeZone)
  for (const { id: entryId, deadlineOn: present } of moving.entries)
    if (deadlineOn < today || (present !== null && deadlineOn <= present))
      return refused('deadline-not-later', { entryId, deadlineOn: present ?? today })
  const latestOn = latestExtension(at, centre.timeZone)
  if (deadlineOn > latestOn) return refused('deadline-too-far', { latestOn })
  if (!isWorkingDay(deadlineOn, workingCalendar(centre, settings))) return refused('not-a-working-day', { deadlineOn })
  const deadlineAt = startOfDay(addDays(deadlineOn, 1), centre.timeZone)
  return decided(
    ...moving.entries.map((entry) => ({ entity: 'entry' as const, value: { ...entry, deadlineOn, deadlineAt } })),
  )
}
