import { creditNoteNumber } from '../credit-note.ts'
import type { Circumstances, Refusal } from '../decision.ts'
import type { Write } from '../entities.ts'
import type { Receipt } from '../payment.ts'
import type { IssueCreditNoteArgs } from '../shapes/commands/issue-credit-note.ts'

export type IssueCreditNoteFacts = {
  receipt: Receipt | null
  /** The number of a credit note that corrects it already. */
  creditNoteNumber: string | null
  /** Whether another credit note bears this number. */
  numberTaken: boolean
  /** Whether the series is the device's own, or one it had under an identity that it has replaced. */
  ownSeries: boolean
}

/**
 * Objects: not-valid (no reason), not-found (also when the receipt is of another payment), receipt-credited (a receipt is corrected
 * once), credit-note-number-clash, foreign-series.
 */
export function objectToCreditNote(args: IssueCreditNoteArgs, facts: IssueCreditNoteFacts): Refusal | null {
  if (args.reason.trim() === '') return { code: 'not-valid', detail: { field: 'reason' } }
  if (facts.receipt?.paymentId !== args.paymentId) return { code: 'not-found' }
  if (facts.creditNoteNumber !== null) return { code: 'receipt-credited', detail: { number: facts.creditNoteNumber } }
  if (facts.numberTaken) {
    const number = creditNoteNumber(args.year, args.series, args.sequence)
    return { code: 'credit-note-number-clash', detail: { number } }
  }
  if (!facts.ownSeries) return { code: 'foreign-series', detail: { series: args.series } }
  return null
}

export function recordCreditNote(
  args: IssueCreditNoteArgs,
  _facts: IssueCreditNoteFacts,
  { operatorName }: Circumstances,
): Write[] {
  const { creditNoteId: id, ...rest } = args
  const number = creditNoteNumber(args.year, args.series, args.sequence)
  return [{ entity: 'creditNote', value: { id, number, issuedBy: operatorName, ...rest } }]
}
