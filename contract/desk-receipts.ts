import { z } from 'zod'
import { BigCount, Count, CurrencyCode, InstantText, MinorUnits, ShortText } from '../domain/shapes/basic.ts'

/** « Vérifier les reçus »: whether the receipts and credit notes of a year follow each other, untouched, and agree with the money. */

/** One thing that is wrong, of one paper or between two. `number`: the paper it shows at. */
export const ReceiptFault = z.discriminatedUnion('kind', [
  /** Numbers that no paper bears, though later ones were given. */
  z.object({ kind: z.literal('missing'), first: ShortText, last: ShortText }),
  /** It, or the one before it (`after`), was changed after it was issued. */
  z.object({ kind: z.literal('altered'), number: ShortText, after: ShortText.nullable() }),
  z.object({ kind: z.literal('twice'), number: ShortText }),
  z.object({ kind: z.literal('unlinked'), number: ShortText }),
  /** A credit note does not say what the receipt that it corrects says. */
  z.object({ kind: z.literal('cites-otherwise'), number: ShortText, receipt: ShortText }),
  /** A receipt states another amount than its payment; null: that payment is not (or no longer) here. */
  z.object({
    kind: z.literal('another-amount'),
    number: ShortText,
    stated: MinorUnits,
    received: MinorUnits.nullable(),
  }),
  /** Its payment was taken back, and no credit note corrects it. */
  z.object({ kind: z.literal('payment-voided'), number: ShortText }),
  /** Two receipts stand for one payment. */
  z.object({ kind: z.literal('two-for-one'), number: ShortText, other: ShortText }),
])
export type ReceiptFault = z.infer<typeof ReceiptFault>

export const ReceiptYear = z.object({
  year: Count,
  receipts: z.object({ count: BigCount, amount: BigCount }),
  creditNotes: z.object({ count: BigCount, amount: BigCount }),
  /** PCs, by their series. */
  series: z.array(ShortText).max(1000),
  /** Papers issued before papers were chained: their numbers are checked, not their words. */
  older: BigCount,
  /** The first of them; `faultCount`: how many there are in all. */
  faults: z.array(ReceiptFault).max(100),
  faultCount: BigCount,
})
export type ReceiptYear = z.infer<typeof ReceiptYear>

/** The years in which papers were numbered, the latest first. */
export const ReceiptCheck = z.object({ checkedAt: InstantText, currency: CurrencyCode, years: z.array(ReceiptYear) })
export type ReceiptCheck = z.infer<typeof ReceiptCheck>
