import type { Circumstances, Refusal } from '../decision.ts'
import type { Write } from '../entities.ts'
import type { Payment } from '../payment.ts'
import type { VoidPaymentArgs } from '../shapes/commands/void-payment.ts'

export type VoidPaymentFacts = {
  payment: Payment | null
  voided: boolean
  receiptNumber: string | null
  /** Minor units given back of it. */
  returned: number
}

/**
 * Objects: not-found, payment-voided, receipt-issued (a receipt is corrected by a credit note, never taken back), credit-returned (what was
 * partly given back was received), not-valid (no reason).
 */
export function objectToVoid(args: VoidPaymentArgs, facts: VoidPaymentFacts): Refusal | null {
  if (args.reason.trim() === '') return { code: 'not-valid', detail: { field: 'reason' } }
  if (!facts.payment) return { code: 'not-found' }
  if (facts.voided) return { code: 'payment-voided' }
  if (facts.receiptNumber !== null) return { code: 'receipt-issued', detail: { number: facts.receiptNumber } }
  if (facts.returned > 0) return { code: 'credit-returned' }
  return null
}

export function recordVoid(args: VoidPaymentArgs, _facts: VoidPaymentFacts, { operatorName }: Circumstances): Write[] {
  const { voidId: id, ...rest } = args
  return [{ entity: 'paymentVoid', value: { id, ...rest, voidedBy: operatorName } }]
}
