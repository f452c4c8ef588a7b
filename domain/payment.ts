import { z } from 'zod'
import { Cheque } from './cheque.ts'
import { type Entry, holdsSeat, isLive } from './entry.ts'
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

/** The printed number of a receipt. Unique per year: the series belongs to one device (BOI-TVA-DECLA-30-20-20-10 §70-100). */
export function receiptNumber(year: number, series: string, sequence: number): string {
  return `${year}-${series}-${String(sequence).padStart(6, '0')}`
}

/**
 * What payments that stand have allocated to each entry, in minor units.
 * @param fallen ids of those that pay for nothing: taken back, or by a cheque that bounced
 */
export function allocatedByEntry(
  payments: Iterable<Pick<Payment, 'id' | 'allocations'>>,
  fallen: ReadonlySet<string>,
): Map<string, number> {
  const total = new Map<string, number>()
  for (const payment of payments) {
    if (fallen.has(payment.id)) continue
    for (const { entryId, amount } of payment.allocations) total.set(entryId, (total.get(entryId) ?? 0) + amount)
  }
  return total
}

/**
 * What each payment pays for: of what it allocates, nothing to an entry that is no longer alive, nor beyond a fee that an earlier payment
 * had covered (two PCs may each have taken it).
 * @param payments those of a session, in any order @param fallen ids of those that pay for nothing: taken back, or by a cheque that bounced
 * @returns by payment that stands, minor units by entry
 */
export function usesByPayment(
  payments: Iterable<Pick<Payment, 'id' | 'allocations' | 'recordedAt'>>,
  fallen: ReadonlySet<string>,
  entries: ReadonlyMap<string, Pick<Entry, 'status' | 'feeAmount'>>,
): Map<string, Allocation[]> {
  const paid = new Map<string, number>()
  const uses = new Map<string, Allocation[]>()
  const inOrder = [...payments].sort((a, b) => a.recordedAt.localeCompare(b.recordedAt) || a.id.localeCompare(b.id))
  for (const { id, allocations } of inOrder) {
    if (fallen.has(id)) continue
    const own: Allocation[] = []
    for (const { entryId, amount: given } of allocations) {
      const entry = entries.get(entryId)
      if (!entry || !(isLive(entry.status) || entry.status === 'carriedOver')) continue
      const before = paid.get(entryId) ?? 0
      const taken = Math.max(0, Math.min(given, entry.feeAmount - before))
      if (taken === 0) continue
      paid.set(entryId, before + taken)
      own.push({ entryId, amount: taken })
    }
    uses.set(id, own)
  }
  return uses
}

/**
 * What is awaited again of a payment that fell: as much of what it gave to entries that hold a seat as nothing else has paid since.
 * @param uses of the payments of those entries, as `usesByPayment` has them @returns minor units
 */
export function awaitedAgain(
  { allocations }: Pick<Payment, 'allocations'>,
  uses: Iterable<readonly Allocation[]>,
  entries: ReadonlyMap<string, Pick<Entry, 'status' | 'feeAmount'>>,
): number {
  const paid = new Map<string, number>()
  for (const { entryId, amount } of [...uses].flat()) paid.set(entryId, (paid.get(entryId) ?? 0) + amount)
  return allocations.reduce((sum, { entryId, amount }) => {
    const entry = entries.get(entryId)
    if (!entry || !holdsSeat(entry.status)) return sum
    return sum + Math.min(amount, Math.max(0, entry.feeAmount - (paid.get(entryId) ?? 0)))
  }, 0)
}

/**
 * The part of each payment that pays for nothing (`usesByPayment`): owed back or kept for a later entry; shown, never lost. Of those that
 * fell nothing is owed back.
 * @returns minor units, by payment id
 */
export function creditByPayment(
  payments: readonly Pick<Payment, 'id' | 'amount' | 'allocations' | 'recordedAt'>[],
  fallen: ReadonlySet<string>,
  entries: ReadonlyMap<string, Pick<Entry, 'status' | 'feeAmount'>>,
): Map<string, number> {
  const amounts = new Map(payments.map(({ id, amount }) => [id, amount]))
  return new Map(
    [...usesByPayment(payments, fallen, entries)].map(([id, uses]) => [
      id,
      uses.reduce((left, { amount }) => left - amount, amounts.get(id) ?? 0),
    ]),
  )
}
