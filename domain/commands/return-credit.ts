import type { Centre } from '../catalogue.ts'
import { type CreditFacts, creditLeft, takenFor } from '../credit.ts'
import type { Circumstances, Refusal } from '../decision.ts'
import type { Write } from '../entities.ts'
import type { ReturnCreditArgs } from '../shapes/commands/return-credit.ts'
import { objectToDay } from './record-payment.ts'

export type ReturnCreditFacts = CreditFacts & { centre: Centre }

/**
 * Money given back to a payer: a fact. Two PCs may each have given back the same credit: both stand, the money has left, and a person is
 * asked about the second.
 *
 * Objects: not-found, payment-voided, cheque-bounced, amount-not-positive, date-in-future, date-too-old, credit-too-small.
 */
export function objectToReturn(
  args: ReturnCreditArgs,
  facts: ReturnCreditFacts,
  { at }: Pick<Circumstances, 'at'>,
): Refusal | null {
  if (!facts.payment) return { code: 'not-found' }
  if (facts.voided) return { code: 'payment-voided' }
  if (facts.bounced) return { code: 'cheque-bounced' }
  if (args.amount <= 0) return { code: 'amount-not-positive' }
  const wrongDay = objectToDay(args.returnedOn, at, facts.centre)
  if (wrongDay) return wrongDay
  const left = creditLeft(facts)
  const detail = { left: Math.max(0, left), currency: facts.payment.currency }
  return args.amount > left ? { code: 'credit-too-small', detail } : null
}

/** As a row. What it is taken from is found on the rows of whoever judges: HQ's copy replaces that of the PC. */
export function recordReturn(
  args: ReturnCreditArgs,
  facts: ReturnCreditFacts,
  { operatorName }: Pick<Circumstances, 'operatorName'>,
): Write[] {
  const { returnId: id, ...rest } = args
  const value = { id, ...rest, takenFrom: takenFor(facts, args.amount), returnedBy: operatorName }
  return [{ entity: 'creditReturn', value }]
}
