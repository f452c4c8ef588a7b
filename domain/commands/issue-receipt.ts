import type { Refusal } from '../decision.ts'
import type { Write } from '../entities.ts'
import { type Payment, receiptNumber } from '../payment.ts'
import type { IssueReceiptArgs } from '../shapes/commands/issue-receipt.ts'

export type IssueReceiptFacts = {
  payment: Payment | null
  voided: boolean
  /** Whether it was by a cheque that bounced: a receipt would state money that never came. */
  bounced: boolean
  /** The number of a receipt already issued for this payment. */
  receiptNumber: string | null
  /** Whether another receipt bears this number. */
  numberTaken: boolean
  /** Whether the series is the device's own, or one it had under an identity that it has replaced. */
  ownSeries: boolean
}

/** Objects: not-found, payment-voided, cheque-bounced, receipt-issued (one receipt per payment), receipt-number-clash, foreign-series, vat-wording-missing. */
export function objectToReceipt(args: IssueReceiptArgs, facts: IssueReceiptFacts): Refusal | null {
  if (args.content.vatWording.trim() === '') return { code: 'vat-wording-missing' }
  if (!facts.payment) return { code: 'not-found' }
  if (facts.voided) return { code: 'payment-voided' }
  if (facts.bounced) return { code: 'cheque-bounced' }
  if (facts.receiptNumber !== null) return { code: 'receipt-issued', detail: { number: facts.receiptNumber } }
  if (facts.numberTaken)
    return { code: 'receipt-number-clash', detail: { number: receiptNumber(args.year, args.series, args.sequence) } }
  if (!facts.ownSeries) return { code: 'foreign-series', detail: { series: args.series } }
  return null
}

export function recordReceipt(args: IssueReceiptArgs): Write[] {
  const { receiptId: id, ...rest } = args
  return [{ entity: 'receipt', value: { id, number: receiptNumber(args.year, args.series, args.sequence), ...rest } }]
}
