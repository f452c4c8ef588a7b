import type { Circumstances, Refusal } from '../decision.ts'
import type { Write } from '../entities.ts'
import type { MatchStatementArgs } from '../shapes/commands/match-statement.ts'

export type { MatchStatementArgs } from '../shapes/commands/match-statement.ts'

export type MatchStatementFacts = {
  /** Whether the payment, or the deposit, named is known here. */
  exists: boolean
  /** Whether that payment, or the slip of that deposit, was taken back. */
  voided: boolean
  /** Whether that payment, or that deposit, is on a statement already. */
  matched: boolean
  /** Whether that line is matched already; a match with what was taken back since does not count. */
  lineUsed: boolean
}

/** Objects: not-valid (neither a payment nor a deposit, or both), not-found, payment-voided, deposit-voided, line-used, payment-matched. */
export function objectToMatch(args: MatchStatementArgs, facts: MatchStatementFacts): Refusal | null {
  if ((args.paymentId === null) === (args.depositId === null))
    return { code: 'not-valid', detail: { field: 'paymentId' } }
  if (!facts.exists) return { code: 'not-found' }
  if (facts.voided) return { code: args.paymentId === null ? 'deposit-voided' : 'payment-voided' }
  if (facts.lineUsed) return { code: 'line-used' }
  return facts.matched ? { code: 'payment-matched' } : null
}

export function recordMatch(
  args: MatchStatementArgs,
  _facts: MatchStatementFacts,
  { operatorName }: Circumstances,
): Write[] {
  const { matchId: id, ...rest } = args
  return [{ entity: 'statementMatch', value: { id, ...rest, matchedBy: operatorName } }]
}
