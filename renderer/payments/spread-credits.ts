import type { PaymentRow } from '../../contract/desk.ts'
import type { Draft } from '../../contract/ipc.ts'
import type { Allocation } from '../../domain/payment.ts'
import { allocate, type Due, entriesCovered } from './payment-form.ts'

/** What is left of a payment, in minor units. */
export type Credit = Pick<PaymentRow, 'id' | 'credit'>

/** What one of several credits would pay for. */
export type CreditPart = { paymentId: string; allocations: Allocation[]; amount: number }

/** What is owed, taken from these credits one after the other, each as far as it goes; those that are not needed are left out. */
export function spreadCredits(credits: readonly Credit[], dues: readonly Due[]): CreditPart[] {
  const parts: CreditPart[] = []
  let owed = dues
  for (const { id, credit } of credits) {
    const allocations = allocate(owed, credit)
    const taken = new Map(allocations.map(({ entryId, amount }) => [entryId, amount]))
    if (allocations.length > 0)
      parts.push({
        ...{ paymentId: id, allocations },
        amount: allocations.reduce((sum, { amount }) => sum + amount, 0),
      })
    owed = owed.map((one) => ({ ...one, due: one.due - (taken.get(one.entry.id) ?? 0) })).filter(({ due }) => due > 0)
  }
  return parts
}

/** What each exam would receive, whatever it is taken from. */
export function allocationsOf(parts: readonly CreditPart[]): Allocation[] {
  const total = new Map<string, number>()
  for (const { entryId, amount } of parts.flatMap(({ allocations }) => allocations))
    total.set(entryId, (total.get(entryId) ?? 0) + amount)
  return [...total].map(([entryId, amount]) => ({ entryId, amount }))
}

/**
 * One decision a credit, then what they make final together: an exam falls only with a credit that pays for it, should HQ refuse one that
 * was used elsewhere meanwhile.
 */
export function draftsOfUse(parts: readonly CreditPart[], ticked: readonly Due[]): Draft[] {
  const confirmed = entriesCovered(ticked, allocationsOf(parts)).map((entryId) => ({
    entryId,
    by: parts.flatMap(({ allocations }, index) => (allocations.some((one) => one.entryId === entryId) ? index : [])),
  }))
  const together = Map.groupBy(confirmed, ({ by }) => by.join())
  return [
    ...parts.map(({ paymentId, allocations }): Draft => ({ name: 'credit.use', args: { paymentId, allocations } })),
    ...[...together.values()].map(
      (some): Draft => ({
        name: 'entry.confirm',
        args: { entryIds: some.map(({ entryId }) => entryId) },
        after: some[0]?.by ?? [],
      }),
    ),
  ]
}
