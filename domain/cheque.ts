import type { ChequeEnd } from './shapes/cheque.ts'

export type { Cheque, ChequeDeposit, ChequeEnd } from './shapes/cheque.ts'

export const CHEQUE_OUTCOMES = ['cleared', 'bounced'] as const
export type ChequeOutcome = (typeof CHEQUE_OUTCOMES)[number]

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
