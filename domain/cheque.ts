import type { Payment } from './payment.ts'
import type { ChequeEnd, ChequeEndVoid } from './shapes/cheque.ts'

export type { Cheque, ChequeDeposit, ChequeEnd, ChequeEndVoid, DepositVoid } from './shapes/cheque.ts'

export const CHEQUE_OUTCOMES = ['cleared', 'bounced'] as const
export type ChequeOutcome = (typeof CHEQUE_OUTCOMES)[number]

/** The answers that were not taken back since. */
export function standingEnds<E extends Pick<ChequeEnd, 'id'>>(
  ends: readonly E[],
  voids: Iterable<Pick<ChequeEndVoid, 'endId'>>,
): E[] {
  const taken = new Set([...voids].map(({ endId }) => endId))
  return ends.filter(({ id }) => !taken.has(id))
}

/** A cheque of a slip about which the bank has answered; its number as it was typed, empty where nobody did. */
export type AnsweredCheque = { paymentId: string; outcome: ChequeOutcome; number: string }

/**
 * The cheques of a slip by which it can no longer be taken back: the bank has answered, and it is by this slip that they went there.
 * @param paymentIds of the slip @param known its payments, the answers that stand, and which of them another slip lists
 */
export function answeredOf(
  paymentIds: readonly string[],
  known: {
    payments: readonly Pick<Payment, 'id' | 'cheque'>[]
    ends: Iterable<ChequeEnd>
    elsewhere: ReadonlySet<string>
  },
): AnsweredCheque[] {
  const ends = endByPayment(known.ends)
  const numbers = new Map(known.payments.map(({ id, cheque }) => [id, cheque?.number.trim() ?? '']))
  return paymentIds.flatMap((paymentId) => {
    const end = ends.get(paymentId)
    if (!end || known.elsewhere.has(paymentId)) return []
    return [{ paymentId, outcome: end.outcome, number: numbers.get(paymentId) ?? '' }]
  })
}

/** Ids of the payments by a cheque that bounced. */
export function bouncedOf(ends: Iterable<Pick<ChequeEnd, 'paymentId' | 'outcome'>>): Set<string> {
  const bounced = new Set<string>()
  for (const { paymentId, outcome } of ends) if (outcome === 'bounced') bounced.add(paymentId)
  return bounced
}

/** What the bank answered about each payment. Of two answers, that it bounced counts: nobody is let in on money that may not be there. */
export function endByPayment(ends: Iterable<ChequeEnd>): Map<string, ChequeEnd> {
  const found = new Map<string, ChequeEnd>()
  for (const end of ends) {
    const known = found.get(end.paymentId)
    const first = known?.outcome === end.outcome ? known.notedAt <= end.notedAt : known?.outcome === 'bounced'
    if (!known || !first) found.set(end.paymentId, end)
  }
  return found
}
