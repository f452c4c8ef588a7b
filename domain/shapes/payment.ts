import { z } from 'zod'
import { PAYMENT_METHODS } from '../payment.ts'
import { CurrencyCode, Id, InstantText, LocalDateText, LongText, MinorUnits, ShortText, Uuid } from './basic.ts'
import { Cheque } from './cheque.ts'

export const Payer = z.object({ kind: z.enum(['candidate', 'organisation']), id: Id })
export type Payer = z.infer<typeof Payer>
export const Allocation = z.object({ entryId: Id, amount: MinorUnits })
export type Allocation = z.infer<typeof Allocation>

export const Payment = z.object({
  id: Uuid,
  sessionId: Id,
  payer: Payer,
  method: z.enum(PAYMENT_METHODS),
  amount: MinorUnits,
  currency: CurrencyCode,
  receivedOn: LocalDateText,
  /** Of a transfer, a card…, as the secretary typed it; of a cheque where `cheque` does not say it. */
  reference: ShortText.nullable(),
  cheque: Cheque.nullable(),
  allocations: z.array(Allocation).max(500),
  recordedAt: InstantText,
  recordedBy: ShortText,
})
export type Payment = z.infer<typeof Payment>

/** A mistyped payment, taken back. A row of its own: facts only ever add rows. */
export const PaymentVoid = z.object({
  id: Uuid,
  paymentId: Uuid,
  reason: LongText,
  voidedAt: InstantText,
  voidedBy: ShortText,
})
export type PaymentVoid = z.infer<typeof PaymentVoid>

/** Everything a receipt says, frozen when it is issued. It states money only (arrêté 83-50/A; CGI ann. II art. 242 nonies A). */
export const ReceiptContent = z.object({
  centreName: ShortText,
  centreTown: ShortText,
  centreAddress: z.array(ShortText).max(6),
  centreLegal: z.array(LongText).max(8),
  vatWording: LongText,
  sessionLabel: ShortText,
  payerName: ShortText,
  payerAddress: z.array(ShortText).max(6),
  payerIsOrganisation: z.boolean(),
  /** Of an organisation on account, its agreements or orders; absent where there are none. */
  agreement: LongText.optional(),
  method: z.enum(PAYMENT_METHODS),
  reference: ShortText.nullable(),
  receivedOn: LocalDateText,
  amount: MinorUnits,
  currency: CurrencyCode,
  timeZone: ShortText,
  issuedBy: ShortText,
  lines: z
    .array(
      z.object({
        examCode: ShortText,
        examLabel: ShortText,
        software: ShortText,
        candidateName: ShortText,
        candidateBirth: ShortText,
        nuc: ShortText.nullable(),
        /** Where the receipt is about several agreements, the one of this exam; absent otherwise, as in older receipts. */
        agreement: ShortText.optional(),
        unitPrice: MinorUnits,
        amount: MinorUnits,
        /** What this entry still owed once this payment was counted. */
        remaining: MinorUnits,
      }),
    )
    .max(500),
  /** Paid beyond the lines: kept as a credit of the payer. */
  credit: MinorUnits,
})
export type ReceiptContent = z.infer<typeof ReceiptContent>

/** The link of a numbered paper in its series (`paper-chain.ts`), null on those issued before there was one. */
export const ChainLink = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .nullable()

export const Receipt = z.object({
  id: Uuid,
  paymentId: Uuid,
  /** `2027-B-000123`: year, the device's series, six digits or more. */
  number: ShortText,
  series: ShortText,
  year: z.int().min(2000).max(2999),
  sequence: z.int().min(1),
  issuedAt: InstantText,
  templateVersion: z.int().min(1),
  content: ReceiptContent,
  chain: ChainLink,
})
export type Receipt = z.infer<typeof Receipt>
