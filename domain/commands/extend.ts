import { isWorkingDay } from '../calendar.ts'
import { type Centre, type CentreSettings, workingCalendar } from '../catalogue.ts'
import { type Circumstances, type Decision, decided, refused } from '../decision.ts'
import type { Entry } from '../entry.ts'
import type { ExtendArgs } from '../shapes/commands/extend.ts'
import { addDays, type Instant, type LocalDate, startOfDay, toLocalDate } from '../time.ts'
import { entriesToMove } from './entries-to-move.ts'

export type { ExtendArgs } from '../shapes/commands/extend.ts'

/** Why a seat is held past its deadline: a cheque is said to be in the post, or anything else, in words. */
export const EXTENSION_KINDS = ['cheque-announced', 'other'] as const
export type ExtensionKind = (typeof EXTENSION_KINDS)[number]

/**
 * However often a deadline is extended, it never lies further ahead than this: a letter takes days, not weeks. Days of the wall calendar,
 * in the centre's zone.
 */
const DAYS_AHEAD: Readonly<Record<ExtensionKind, number>> = { 'cheque-announced': 10, other: 30 }

export type ExtendFacts = { centre: Centre; settings: CentreSettings; entries: readonly Entry[] }

/** The last day to which a deadline may be put off at this instant, worked or not. */
export function latestExtension(at: Instant, timeZone: string, kind: ExtensionKind): LocalDate {
  return addDays(toLocalDate(at, timeZone), DAYS_AHEAD[kind])
}

/**
 * Gives the pre-validated entries of one request until the end of a later working day to be paid, all or nothing, even after their
 * deadline; or holds their seat for a cheque that is said to be in the post. Refuses: not-valid (no reason), not-found, wrong-status, deadline-not-later (than the present one, and than now),
 * deadline-too-far with the last day possible, not-a-working-day.
 */
export function decideExtend(args: ExtendArgs, facts: ExtendFacts, { at }: Circumstances): Decision {
  const { centre, settings } = facts
  const { deadlineOn, kind = 'other' } = args
  if (args.reason.trim() === '' && kind === 'other') return refused('not-valid', { field: 'reason' })
  const moving = entriesToMove('extend', args, facts.entries, at)
  if (!moving.ok) return moving
  const today = toLocalDate(at, centre.timeZone)
  for (const { id: entryId, deadlineOn: present } of moving.entries)
    if (deadlineOn < today || (present !== null && deadlineOn <= present))
      return refused('deadline-not-later', { entryId, deadlineOn: present ?? today })
  const latestOn = latestExtension(at, centre.timeZone, kind)
  if (deadlineOn > latestOn) return refused('deadline-too-far', { latestOn })
  if (!isWorkingDay(deadlineOn, workingCalendar(centre, settings))) return refused('not-a-working-day', { deadlineOn })
  const deadlineAt = startOfDay(addDays(deadlineOn, 1), centre.timeZone)
  const chequeAnnouncedAt = kind === 'cheque-announced' ? at : null
  return decided(
    ...moving.entries.map((entry) => ({
      entity: 'entry' as const,
      value: { ...entry, deadlineOn, deadlineAt, chequeAnnouncedAt },
    })),
  )
}
