import { z } from 'zod'
import { InstantText, LocalDateText, MinorUnits, ShortText, Uuid } from './basic.ts'

/** SHA-256, in hexadecimal, of what tells a credit of a bank statement from every other one: the same in any file that has it. */
export const LineKey = z.string().regex(/^[0-9a-f]{64}$/)

/** A credit of a bank statement is this payment, or this deposit of cheques: one of the two. */
export const StatementMatch = z.object({
  id: Uuid,
  paymentId: Uuid.nullable(),
  depositId: Uuid.nullable(),
  lineKey: LineKey,
  /** The day on which the bank booked it. */
  bookedOn: LocalDateText,
  /** Minor units of the centre's currency. */
  amount: MinorUnits,
  /** As the bank wrote it, cut with « … » (`cutLabel`). */
  label: ShortText,
  matchedAt: InstantText,
  matchedBy: ShortText,
})
export type StatementMatch = z.infer<typeof StatementMatch>
