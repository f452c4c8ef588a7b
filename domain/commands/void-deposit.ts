import type { AnsweredCheque, ChequeDeposit } from '../cheque.ts'
import type { Circumstances, Refusal } from '../decision.ts'
import type { Write } from '../entities.ts'
import type { VoidDepositArgs } from '../shapes/commands/void-deposit.ts'

export type { VoidDepositArgs } from '../shapes/commands/void-deposit.ts'

export type VoidDepositFacts = {
  deposit: ChequeDeposit | null
  voided: boolean
  /** Of its cheques that no other slip lists, those about which the bank's answer was noted and stands, in the order of the slip. */
  answered: readonly AnsweredCheque[]
}

/** Objects: not-valid (no reason), not-found, deposit-voided, deposit-answered (with the first such cheque, and how many there are). */
export function objectToDepositVoid(args: VoidDepositArgs, facts: VoidDepositFacts): Refusal | null {
  if (args.reason.trim() === '') return { code: 'not-valid', detail: { field: 'reason' } }
  if (!facts.deposit) return { code: 'not-found' }
  if (facts.voided) return { code: 'deposit-voided' }
  const [first] = facts.answered
  if (!first) return null
  return { code: 'deposit-answered', detail: { ...first, count: facts.answered.length } }
}

/** Its cheques are in hand again. */
export function recordDepositVoid(
  args: VoidDepositArgs,
  _facts: VoidDepositFacts,
  { operatorName }: Circumstances,
): Write[] {
  const { voidId: id, ...rest } = args
  return [{ entity: 'depositVoid', value: { id, ...rest, voidedBy: operatorName } }]
}
