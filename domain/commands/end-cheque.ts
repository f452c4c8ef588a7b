import type { Centre } from '../catalogue.ts'
import type { Circumstances, Refusal } from '../decision.ts'
import type { Write } from '../entities.ts'
import type { Payment } from '../payment.ts'
import type { EndChequeArgs } from '../shapes/commands/end-cheque.ts'
import { objectToDay } from './record-payment.ts'

export type { EndChequeArgs } from '../shapes/commands/end-cheque.ts'

export type EndChequeFacts = {
  centre: Centre
  payment: Payment | null
  voided: boolean
  /** Whether the bank's answer about it was noted already. */
  ended: boolean
}

/**
 * Objects: not-found, not-a-cheque, payment-voided, cheque-ended, date-in-future, date-too-old, not-valid with the field (until when the
 * money is awaited again is said of a cheque that bounced, after the bank's answer, and of no other).
 */
export function objectToChequeEnd(args: EndChequeArgs, facts: EndChequeFacts, { at }: Circumstances): Refusal | null {
  if (!facts.payment) return { code: 'not-found' }
  if (facts.payment.method !== 'cheque') return { code: 'not-a-cheque' }
  if (facts.voided) return { code: 'payment-voided' }
  if (facts.ended) return { code: 'cheque-ended' }
  const wrongDay = objectToDay(args.endedOn, at, facts.centre)
  if (wrongDay) return wrongDay
  const isDueSaid = args.dueOn !== null && args.dueOn >= args.endedOn
  const fits = args.outcome === 'bounced' ? isDueSaid : args.dueOn === null
  return fits ? null : { code: 'not-valid', detail: { field: 'dueOn' } }
}

/** Nothing else changes: entries stay as they are, the receipt stays until a credit note corrects it. */
export function recordChequeEnd(args: EndChequeArgs, _facts: EndChequeFacts, { operatorName }: Circumstances): Write[] {
  const { endId: id, ...rest } = args
  return [{ entity: 'chequeEnd', value: { id, ...rest, notedBy: operatorName } }]
}
