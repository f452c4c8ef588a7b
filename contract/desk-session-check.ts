import { z } from 'zod'
import { BigCount, CurrencyCode, Id, InstantText, MinorUnits, ShortText } from '../domain/shapes/basic.ts'
import { MOST_OF_POINT } from './limits.ts'

/**
 * « Vérifier la session »: what a centre should have put right before it prints and opens its doors, in the order in which it is best
 * looked at. Nothing here is mended by itself.
 */
export const SESSION_POINTS = [
  /** Paid, and still not validated. */
  'paid-not-confirmed',
  /** Validated, not on account, and the money is not (or no longer) there: taken back, or a cheque that bounced. */
  'confirmed-not-paid',
  /** Validated for an offering that has no sitting: nobody knows when and where. */
  'no-sitting',
  /** Validated and with a sitting, and nothing was ever printed for them. */
  'no-convocation',
  /** The same, of those whose convocation waits for money: a cheque bounced, or a payment was taken back. */
  'convocation-held',
  /** A payment that stands, without a receipt. */
  'payment-without-receipt',
  /** A receipt that stands, of a payment that does not: a credit note is missing. */
  'receipt-without-payment',
  /** Money that pays for nothing. */
  'credit',
  /** Identities that would be rejected when results are sent. */
  'identity',
] as const
export type SessionPointName = (typeof SESSION_POINTS)[number]

export const SessionPoint = z.object({
  name: z.enum(SESSION_POINTS),
  /** How many people, payments or offerings are concerned. */
  total: BigCount,
  /** Minor units, where it is about money. */
  amount: BigCount.nullable(),
  rows: z
    .array(
      z.object({
        id: Id,
        /** The candidate, the payer, or the offering. */
        title: ShortText,
        /** The exam, the number of a receipt. */
        detail: ShortText.nullable(),
        amount: MinorUnits.nullable(),
        /** Where it is looked at, when that is a request. */
        requestId: Id.nullable(),
      }),
    )
    .max(MOST_OF_POINT),
})
export type SessionPoint = z.infer<typeof SessionPoint>

/** Only the points that have something. */
export const SessionCheck = z.object({ checkedAt: InstantText, currency: CurrencyCode, points: z.array(SessionPoint) })
export type SessionCheck = z.infer<typeof SessionCheck>
