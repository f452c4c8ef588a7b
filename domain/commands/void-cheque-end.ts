import type { ChequeEnd } from '../cheque.ts'
import type { Circumstances, Refusal } from '../decision.ts'
import type { Write } from '../entities.ts'
import type { VoidChequeEndArgs } from '../shapes/commands/void-cheque-end.ts'

export type { VoidChequeEndArgs } from '../shapes/commands/void-cheque-end.ts'

export type VoidChequeEndFacts = { end: ChequeEnd | null; voided: boolean }

/** Objects: not-valid (no reason), not-found (no such answer, or about another payment), end-voided. */
export function objectToChequeEndVoid(args: VoidChequeEndArgs, facts: VoidChequeEndFacts): Refusal | null {
  if (args.reason.trim() === '') return { code: 'not-valid', detail: { field: 'reason' } }
  if (facts.end?.paymentId !== args.paymentId) return { code: 'not-found' }
  return facts.voided ? { code: 'end-voided' } : null
}

/** The cheque is where it was before; a credit note that was made meanwhile stays, the payment may have another receipt. */
export function recordChequeEndVoid(
  args: VoidChequeEndArgs,
  _facts: VoidChequeEndFacts,
  { operatorName }: Circumstances,
): Write[] {
  const { voidId: id, ...rest } = args
  return [{ entity: 'chequeEndVoid', value: { id, ...rest, voidedBy: operatorName } }]
}
