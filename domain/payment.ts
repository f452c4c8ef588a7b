import { z } from 'zod'
import { type Entry, isLive } from './entry.ts'
import { CurrencyCode, Id, InstantText, LocalDateText, LongText, MinorUnits, ShortText, Uuid } from './shapes.ts'

export const PAYMENT_METHODS = ['cheque', 'transfer', 'card', 'cash'] as const
export type PaymentMethod = (typeof PAYMENT_METHODS)[number]

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
  /** Cheque number and bank, transfer reference… as the secretary typed it. */
  reference: ShortText.nullable(),
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
})
export type Receipt = z.infer<typeof Receipt>

/** The printed number of a receipt. Unique per year: the series belongs to one device (BOI-TVA-DECLA-30-20-20-10 §70-100). */
export function receiptNumber(year: number, series: string, sequence: number): string {
  return `${year}-${series}-${String(sequence).padStart(6, '0')}`
}

/** What payments that stand have allocated to each entry, in minor units. */
export function allocatedByEntry(
  payments: Iterable<Pick<Payment, 'id' | 'allocations'>>,
  voided: ReadonlySet<string>,
): Map<string, number> {
  const total = new Map<string, number>()
  for (const payment of payments) {
    if (voided.has(payment.id)) continue
    for (const { entryId, amount } of payment.allocations) total.set(entryId, (total.get(entryId) ?? 0) + amount)
  }
  return total
}

/**
 * The part of each payment that pays for nothing: beyond its allocations, allocated to an entry that is no longer alive, or to one whose
 * fee an earlier payment had covered (two PCs may each have taken it). It is owed back or kept for a later entry; shown, never lost.
 * @param payments those of a session, in any order @param voided ids of those taken back: they pay for nothing and are owed nothing
 * @returns minor units, by payment id
 */
export function creditByPayment(
  payments: Iterable<Pick<Payment, 'id' | 'amount' | 'allocations' | 'recordedAt'>>,
  voided: ReadonlySet<string>,
  entries: ReadonlyMap<string, Pick<Entry, 'status' | 'feeAmount'>>,
): Map<string, number> {
  const paid = new Map<string, number>()
  const credits = new Map<string, number>()
  const inOrder = [...payments].sort((a, b) => a.recordedAt.localeCompare(b.recordedAt) || a.id.localeCompare(b.id))
  for (const { id, amount, allocations } of inOrder) {
    if (voided.has(id)) continue
    let used = 0
    for (const { entryId, amount: given } of allocations) {
      const entry = entries.get(entryId)
      if (!entry || !(isLive(entry.status) || entry.status === 'carriedOver')) continue
      const before = paid.get(entryId) ?? 0
      const taken = Math.max(0, Math.min(given, entry.feeAmount - before))
      paid.set(entryId, before + taken)
      used += taken
    }
    credits.set(id, amount - used)
  }
  return credits
}
