import { z } from 'zod'
import { InstantText, LocalDateText, LongText, ShortText, Uuid } from './basic.ts'
import { ChainLink, ReceiptContent } from './payment.ts'

/**
 * Corrects a receipt that nothing may edit or delete: cites its number and date, says that it is cancelled and why (CGI art. 289-I-5;
 * BOI-TVA-DECLA-30-20-20-20 §190-260).
 */
export const CreditNote = z.object({
  id: Uuid,
  receiptId: Uuid,
  paymentId: Uuid,
  /** `2027-B-AV-000004`: year, the device's series, six digits or more. Counted apart from receipts. */
  number: ShortText,
  series: ShortText,
  year: z.int().min(2000).max(2999),
  sequence: z.int().min(1),
  issuedAt: InstantText,
  issuedBy: ShortText,
  reason: LongText,
  templateVersion: z.int().min(1),
  /** The receipt corrected, as it was issued. */
  original: z.object({
    number: ShortText,
    issuedAt: InstantText,
    content: ReceiptContent,
    /** The day on which the bank gave its cheque back unpaid, when it had by the time of the note; absent otherwise, as in older notes. */
    bouncedOn: LocalDateText.optional(),
    /** Of a receipt that does not say them, the agreements or orders of its payer by the time of the note; absent otherwise, as in older notes. */
    agreement: LongText.optional(),
  }),
  chain: ChainLink,
})
export type CreditNote = z.infer<typeof CreditNote>
