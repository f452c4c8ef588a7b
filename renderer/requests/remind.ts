import type { RequestRow } from '../../contract/desk.ts'
import type { Draft } from '../../contract/ipc.ts'
import { ruleOf } from '../../domain/commands.ts'
import { judge } from '../../domain/decision.ts'
import { isAwaited } from '../../domain/fell.ts'
import { circumstancesOf, type ReadyDesk } from '../frame/office.tsx'

/** Drawn by main when it is kept; any will do to judge. */
const NO_ID = '00000000-0000-4000-8000-000000000000'

/** The exams of a request that wait for their money: those that a reminder is about. What HQ may still refuse is not among them. */
function remindable({ entries, organisation }: RequestRow): string[] {
  const onAccount = organisation?.onAccount ?? false
  return entries.filter((entry) => !entry.doubtful && isAwaited(entry, onAccount)).map(({ id }) => id)
}

/**
 * Those of these requests whose candidate could be reminded by mail now, by the rule itself, as drafts. When they were last reminded
 * only main knows.
 * @param among only of these exams; absent: of all that wait for their money
 */
export function draftReminders(desk: ReadyDesk, requests: readonly RequestRow[], among?: ReadonlySet<string>): Draft[] {
  return requests.flatMap((request) => {
    const entryIds = remindable(request).filter((id) => among?.has(id) ?? true)
    if (entryIds.length === 0) return []
    const args = { reminderId: NO_ID, requestId: request.id, entryIds, means: 'mail' as const, sentAt: desk.now }
    const seen = {
      entries: request.entries.filter(({ id }) => entryIds.includes(id)),
      allocated: new Map(request.entries.map(({ id, paid }) => [id, paid])),
      onAccount: request.organisation?.onAccount ?? false,
      hasMail: request.candidate.email !== '',
      mailed: [],
      timeZone: desk.centre.timeZone,
    }
    const facts = { request, seen }
    if (!judge(ruleOf('reminder.sent'), args, facts, circumstancesOf(desk), 'desk').ok) return []
    return [{ name: 'reminder.sent', args: { requestId: request.id, entryIds, means: 'mail' } } as const]
  })
}
