import type { DataCheckRow, DataCheckSum, RequestRow } from '../../contract/desk.ts'
import type { ExamSession } from '../../domain/catalogue.ts'
import { ruleOf } from '../../domain/commands.ts'
import { judge, type Refusal } from '../../domain/decision.ts'
import { holdsSeat } from '../../domain/entry.ts'
import { circumstancesOf, type ReadyDesk } from '../frame/office.tsx'

/**
 * When the candidate of a request was last asked, as far as the mail went to them: who got their seat afterwards was not asked.
 * @param checks what was asked in its session, the latest first
 */
export function askedAtOf({ entries }: Pick<RequestRow, 'entries'>, [last]: readonly DataCheckRow[]): string | null {
  if (!last) return null
  const seated = entries.filter(({ status }) => holdsSeat(status))
  const before = seated.some(({ prevalidatedAt, confirmedAt }) => {
    const since = prevalidatedAt ?? confirmedAt
    return since !== null && since <= last.askedAt
  })
  return before ? last.askedAt : null
}

type Known = { session: ExamSession; state: DataCheckSum; checks: readonly DataCheckRow[] }

/** Why they cannot be asked now, by the very rule that the click would meet, role apart; null when they can. */
export function whyNotAsk(desk: ReadyDesk, { session, state, checks }: Known): Refusal | null {
  const facts = {
    session,
    timeZone: desk.centre.timeZone,
    unchecked: state.unchecked,
    lastAskedAt: checks[0]?.askedAt ?? null,
    isIdTaken: false,
  }
  const args = { dataCheckId: '', sessionId: session.id }
  const decision = judge(ruleOf('data-check.ask'), args, facts, circumstancesOf(desk), 'desk')
  if (!decision.ok) return decision.refusal
  return state.reachable === 0 ? { code: 'nobody-to-ask' } : null
}
