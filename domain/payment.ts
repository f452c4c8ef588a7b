import { type Entry, holdsSeat, isLive } from './entry.ts'
import type { Allocation, Payment } from './shapes/payment.ts'

export type { Allocation, Payer, Payment, PaymentVoid, Receipt, ReceiptContent } from './shapes/payment.ts'

export const PAYMENT_METHODS = ['cheque', 'transfer', 'card', 'cash'] as const
export type PaymentMethod = (typeof PAYMENT_METHODS)[number]

/** The printed number of a receipt. Unique per year: the series belongs to one device (BOI-TVA-DECLA-30-20-20-10 §70-100). */
export function receiptNumber(year: number, series: string, sequence: number): string {
  return `${year}-${series}-${String(sequence).padStart(6, '0')}`
}

/** States of an entry in which money that is allocated to it pays for it: alive, or carried over to another session. */
export function mayBePaid(status: Entry['status']): boolean {
  return isLive(status) || status === 'carriedOver'
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
      if (!entry || !mayBePaid(entry.status)) continue
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
 * fell nothing is owed back. What was given back of one is no longer left of it: below zero when it was more than was left, or the
 * payment fell afterwards.
 * @param payments as they stand (`asTheyStand`) @returns minor units, by payment id
 */
export function creditByPayment(
  payments: readonly (Pick<Payment, 'id' | 'amount' | 'allocations' | 'recordedAt'> & { returned?: number })[],
  fallen: ReadonlySet<string>,
  entries: ReadonlyMap<string, Pick<Entry, 'status' | 'feeAmount'>>,
): Map<string, number> {
  const kept = new Map(payments.map(({ id, amount, returned = 0 }) => [id, amount - returned]))
  const left = new Map<string, number>()
  for (const [id, uses] of usesByPayment(payments, fallen, entries))
    left.set(
      id,
      uses.reduce((rest, { amount }) => rest - amount, kept.get(id) ?? 0),
    )
  for (const { id, returned = 0 } of payments) if (fallen.has(id) && returned > 0) left.set(id, -returned)
  return left
}
