import type { Centre } from '../catalogue.ts'
import type { Circumstances, Refusal } from '../decision.ts'
import type { Write } from '../entities.ts'
import type { Payment } from '../payment.ts'
import type { DepositChequesArgs } from '../shapes/commands/deposit-cheques.ts'
import { objectToDay } from './record-payment.ts'

export type { DepositChequesArgs } from '../shapes/commands/deposit-cheques.ts'

export type DepositChequesFacts = {
  centre: Centre
  /** Those of the payments named that there are. */
  payments: readonly Payment[]
  /** Ids among them, of payments taken back, of cheques that another deposit lists, of cheques that the bank has answered about. */
  voided: ReadonlySet<string>
  deposited: ReadonlySet<string>
  ended: ReadonlySet<string>
}

/**
 * Objects: not-valid (a cheque twice, a total that is not theirs), not-found, not-a-cheque, wrong-currency, payment-voided,
 * cheque-deposited, cheque-ended, date-in-future, date-too-old.
 */
export function objectToDeposit(
  args: DepositChequesArgs,
  facts: DepositChequesFacts,
  { at }: Circumstances,
): Refusal | null {
  const wrongDay = objectToDay(args.depositedOn, at, facts.centre)
  if (wrongDay) return wrongDay
  if (new Set(args.paymentIds).size < args.paymentIds.length)
    return { code: 'not-valid', detail: { field: 'paymentIds' } }
  let total = 0
  for (const paymentId of args.paymentIds) {
    const payment = facts.payments.find(({ id }) => id === paymentId)
    if (!payment) return { code: 'not-found', detail: { paymentId } }
    if (payment.method !== 'cheque') return { code: 'not-a-cheque', detail: { paymentId } }
    if (payment.currency !== args.currency) return { code: 'wrong-currency', detail: { currency: payment.currency } }
    if (facts.voided.has(paymentId)) return { code: 'payment-voided', detail: { paymentId } }
    if (facts.ended.has(paymentId)) return { code: 'cheque-ended', detail: { paymentId } }
    if (facts.deposited.has(paymentId)) return { code: 'cheque-deposited', detail: { paymentId } }
    total += payment.amount
  }
  return total === args.total ? null : { code: 'not-valid', detail: { field: 'total' } }
}

export function recordDeposit(
  args: DepositChequesArgs,
  _facts: DepositChequesFacts,
  { operatorName }: Circumstances,
): Write[] {
  const { depositId: id, ...rest } = args
  return [{ entity: 'chequeDeposit', value: { id, ...rest, depositedBy: operatorName } }]
}
