import { z } from 'zod'
import { CurrencyCode, InstantText, LocalDateText, LongText, MinorUnits, ShortText, Uuid } from './shapes.ts'

/** What a cheque bears, as the secretary typed it; each may be left empty. */
export const Cheque = z.object({
  number: ShortText,
  bank: ShortText,
  /** Who signs it: not always the payer. */
  drawer: ShortText,
})
export type Cheque = z.infer<typeof Cheque>

/** Cheques taken to the bank together: what a deposit slip (*bordereau de remise*) says. Of one session or of several. */
export const ChequeDeposit = z.object({
  id: Uuid,
  paymentIds: z.array(Uuid).min(1).max(500),
  depositedOn: LocalDateText,
  /** The bank's own number of the deposit. */
  reference: ShortText.nullable(),
  currency: CurrencyCode,
  /** Of all its cheques. */
  total: MinorUnits,
  depositedAt: InstantText,
  depositedBy: ShortText,
})
export type ChequeDeposit = z.infer<typeof ChequeDeposit>

export const CHEQUE_OUTCOMES = ['cleared', 'bounced'] as const
export type ChequeOutcome = (typeof CHEQUE_OUTCOMES)[number]

/** What the bank answered about a cheque. Of one that bounced the money never came: its payment pays for nothing, what it paid for stays. */
export const ChequeEnd = z.object({
  id: Uuid,
  paymentId: Uuid,
  outcome: z.enum(CHEQUE_OUTCOMES),
  endedOn: LocalDateText,
  /** Of one that bounced: until when the money is awaited again. */
  dueOn: LocalDateText.nullable(),
  note: LongText.nullable(),
  notedAt: InstantText,
  notedBy: ShortText,
})
export type ChequeEnd = z.infer<typeof ChequeEnd>

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
