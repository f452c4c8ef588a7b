import type { Reminder, Request } from '../candidate.ts'
import type { Circumstances, Refusal } from '../decision.ts'
import type { Write } from '../entities.ts'
import { type Entry, holdsSeat } from '../entry.ts'
import { dueOf } from '../entry-groups.ts'
import type { SendReminderArgs } from '../shapes/commands/send-reminder.ts'
import { addSeconds, type Instant } from '../time.ts'

export type { SendReminderArgs } from '../shapes/commands/send-reminder.ts'

/** A candidate reads one mail about a payment in that time, not two. */
export const REMINDER_REST_SECONDS = 12 * 3600

export type SendReminderFacts = {
  request: Request | null
  /**
   * As the person who reminds sees it. Null at HQ, which objects to nothing but an unknown request: a reminder that has lost its object is
   * not mailed, and nobody has to look at why.
   */
  seen: SeenByReminder | null
}

export type SeenByReminder = {
  /** Those named, and what each was paid. */
  entries: readonly Entry[]
  allocated: ReadonlyMap<string, number>
  /** Whether an organisation pays for the request on account: nothing is asked of anybody. */
  onAccount: boolean
  /** The candidate has a mail address. */
  hasMail: boolean
  /** The reminders of this request by mail, with the centre's zone. */
  mailed: readonly Pick<Reminder, 'sentAt'>[]
  timeZone: string
}

/**
 * Of a seat that is kept and owed for, before it is final or once its payment fell (`dueOf`). Objects: not-found, wrong-status (an entry that holds no seat), nothing-to-pay, no-mail-address, reminded-already (a mail
 * less than 12 h ago, with when and the centre's zone).
 */
export function objectToReminder(
  { entryIds, means, sentAt }: SendReminderArgs,
  { request, seen }: SendReminderFacts,
): Refusal | null {
  if (!request) return { code: 'not-found' }
  if (seen === null) return null
  const { entries, allocated, onAccount, hasMail, mailed, timeZone } = seen
  if (entries.length < new Set(entryIds).size || entries.some(({ requestId }) => requestId !== request.id))
    return { code: 'not-found' }
  const moved = entries.find(({ status }) => !holdsSeat(status))
  if (moved) return { code: 'wrong-status', detail: { status: moved.status } }
  if (onAccount || entries.every((entry) => dueOf({ ...entry, paid: allocated.get(entry.id) ?? 0 }) === 0))
    return { code: 'nothing-to-pay' }
  if (means !== 'mail') return null
  if (!hasMail) return { code: 'no-mail-address' }
  const recent = mailed.find((reminder) => isJustBefore(reminder.sentAt, sentAt))
  return recent ? { code: 'reminded-already', detail: { remindedAt: recent.sentAt, timeZone } } : null
}

/** Either way: the clock of the PC that sent the last one may be ahead of this one's, not by days. */
function isJustBefore(last: Instant, now: Instant): boolean {
  return last > addSeconds(now, -REMINDER_REST_SECONDS) && last < addSeconds(now, REMINDER_REST_SECONDS)
}

/** That a candidate was reminded, by whom. Of an unknown request there is nothing to keep. */
export function recordReminder(
  { reminderId: id, requestId, entryIds, means, sentAt }: SendReminderArgs,
  { request }: SendReminderFacts,
  { operatorName }: Circumstances,
): Write[] {
  if (!request) return []
  const { candidateId, sessionId } = request
  const value: Reminder = { id, requestId, candidateId, sessionId, entryIds, means, sentAt, sentBy: operatorName }
  return [{ entity: 'reminder', value }]
}
