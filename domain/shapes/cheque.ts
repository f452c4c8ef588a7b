import { z } from 'zod'
import { CHEQUE_OUTCOMES } from '../cheque.ts'
import { CurrencyCode, InstantText, LocalDateText, LongText, MinorUnits, ShortText, Uuid } from './basic.ts'

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

/** A slip made out by mistake, taken back: its cheques are in hand again. A row of its own: facts only ever add rows. */
export const DepositVoid = z.object({
  id: Uuid,
  depositId: Uuid,
  reason: LongText,
  voidedAt: InstantText,
  voidedBy: ShortText,
})
export type DepositVoid = z.infer<typeof DepositVoid>

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

/** An answer of the bank noted by mistake, taken back: the cheque is where it was before. */
export const ChequeEndVoid = z.object({
  id: Uuid,
  endId: Uuid,
  /** That of the answer. */
  paymentId: Uuid,
  reason: LongText,
  voidedAt: InstantText,
  voidedBy: ShortText,
})
export type ChequeEndVoid = z.infer<typeof ChequeEndVoid>
