import type { Entry } from './entry.ts'
import { type Allocation, mayBePaid, type Payment } from './payment.ts'
import type { CreditReturn, CreditUse } from './shapes/credit.ts'

export type { CreditReturn, CreditUse } from './shapes/credit.ts'

/** How money is given back. A card's terminal does it by itself: that is no return of ours. */
export const RETURN_MEANS = ['transfer', 'cheque', 'cash'] as const
export type ReturnMeans = (typeof RETURN_MEANS)[number]

type Used = Pick<CreditUse, 'paymentId' | 'allocations' | 'takenFrom'>
type Returned = Pick<CreditReturn, 'paymentId' | 'amount' | 'takenFrom'>

/** A payment as it stands: `allocations` after every use of its credit, `returned` what was given back of it, in minor units. */
export type AsItStands<P> = P & { returned: number }

/**
 * Payments with what became of their credit since: each allocates what it was recorded with, less what uses and returns took from that,
 * plus what uses put elsewhere. All that is counted of payments is counted of these.
 * @param uses of them, in any order; those of other payments are passed over @param returns the same
 */
export function asTheyStand<P extends Pick<Payment, 'id' | 'allocations'>>(
  payments: readonly P[],
  uses: readonly Used[],
  returns: readonly Returned[],
): AsItStands<P>[] {
  const usesOf = Map.groupBy(uses, ({ paymentId }) => paymentId)
  const returnsOf = Map.groupBy(returns, ({ paymentId }) => paymentId)
  return payments.map((payment) => {
    const used = usesOf.get(payment.id) ?? []
    const given = returnsOf.get(payment.id) ?? []
    if (used.length + given.length === 0) return { ...payment, returned: 0 }
    const now = allocatedNow(payment, used, given)
    const returned = given.reduce((sum, { amount }) => sum + amount, 0)
    const allocations = [...now].flatMap(([entryId, amount]) => (amount === 0 ? [] : { entryId, amount }))
    return { ...payment, allocations, returned }
  })
}

/** Minor units by entry, those that nothing is left of included. */
export function allocatedNow(
  { allocations }: Pick<Payment, 'allocations'>,
  uses: readonly Pick<Used, 'allocations' | 'takenFrom'>[],
  returns: readonly Pick<Returned, 'takenFrom'>[],
): Map<string, number> {
  const now = new Map<string, number>()
  const add = (some: readonly Allocation[], sign: 1 | -1) => {
    for (const { entryId, amount } of some) now.set(entryId, (now.get(entryId) ?? 0) + sign * amount)
  }
  add(allocations, 1)
  for (const use of uses) {
    add(use.takenFrom, -1)
    add(use.allocations, 1)
  }
  for (const { takenFrom } of returns) add(takenFrom, -1)
  return now
}

/** What a rule must know of a payment to judge of its credit. */
export type CreditFacts = {
  payment: Payment | null
  voided: boolean
  /** Whether it was by a cheque that bounced. */
  bounced: boolean
  /** Minor units given back of it already. */
  returned: number
  /** What it allocates to each entry by now (`allocatedNow`). */
  given: ReadonlyMap<string, number>
  /** Those entries, as they are known here. */
  entries: readonly Entry[]
  /** Minor units allocated to each of them by all payments that stand. */
  allocated: ReadonlyMap<string, number>
}

/**
 * What is left of a payment to use or to give back, in minor units: what was never allocated, what is allocated to exams that ended, and
 * beyond the fee of those paid twice. Negative when more was given back than was left, on two PCs that did not know of each other.
 */
export function creditLeft(facts: CreditFacts): number {
  return neverAllocated(facts) + freeAgain(facts).reduce((sum, { amount }) => sum + amount, 0)
}

/** Where this much of a credit is taken from: first what was never allocated, then entries in the order of their ids; never more than there is. */
export function takenFor(facts: CreditFacts, amount: number): Allocation[] {
  let missing = amount - Math.max(0, neverAllocated(facts))
  return freeAgain(facts).flatMap(({ entryId, amount: free }) => {
    const part = Math.min(missing, free)
    if (part <= 0) return []
    missing -= part
    return { entryId, amount: part }
  })
}

function neverAllocated({ payment, given, returned }: CreditFacts): number {
  if (!payment) return 0
  return [...given.values()].reduce((left, amount) => left - amount, payment.amount - returned)
}

/** Of what the payment allocates, what pays for nothing. In one order on every PC and at HQ: all must take from the same. */
function freeAgain({ given, entries, allocated }: CreditFacts): Allocation[] {
  const known = new Map(entries.map((entry) => [entry.id, entry]))
  return [...given]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([entryId, amount]) => {
      const entry = known.get(entryId)
      const beyond = entry && mayBePaid(entry.status) ? (allocated.get(entryId) ?? 0) - entry.feeAmount : amount
      const free = Math.min(amount, beyond)
      return free > 0 ? { entryId, amount: free } : []
    })
}
