import type { Centre } from '../catalogue.ts'
import type { Circumstances, Refusal } from '../decision.ts'
import type { Write } from '../entities.ts'
import { type Entry, isLive } from '../entry.ts'
import { CASH_LIMIT } from '../money.ts'
import type { RecordPaymentArgs } from '../shapes/commands/record-payment.ts'
import { addDays, type Instant, type LocalDate, toLocalDate } from '../time.ts'

export type { RecordPaymentArgs } from '../shapes/commands/record-payment.ts'

/** A session is paid within the months before it: a date beyond a year is mistyped. */
const OLDEST_DAYS = 366

export type RecordPaymentFacts = {
  centre: Centre
  /** The entries allocated to. */
  entries: readonly Entry[]
  /** Minor units already allocated to each of them by payments that stand. */
  allocated: ReadonlyMap<string, number>
  /** Cash already received from this payer for this session, minor units. */
  cashSoFar: number
}

/** Whether money can have changed hands on this day. Objects: date-in-future, date-too-old (a slip of the hand: papers would bear it for good). */
export function objectToDay(day: LocalDate, at: Instant, { timeZone }: Pick<Centre, 'timeZone'>): Refusal | null {
  const today = toLocalDate(at, timeZone)
  if (day > today) return { code: 'date-in-future' }
  return day < addDays(today, -OLDEST_DAYS) ? { code: 'date-too-old', detail: { days: OLDEST_DAYS } } : null
}

/**
 * Objects: amount-not-positive, wrong-currency, not-valid (a cheque described of another method), date-in-future, date-too-old, allocated-too-much, not-found, entry-not-live, entry-already-paid,
 * cash-limit (C. mon. fin. D.112-3: all cash by one payer for one debt counts, splits included).
 */
export function objectToPayment(
  args: RecordPaymentArgs,
  facts: RecordPaymentFacts,
  { at }: Circumstances,
): Refusal | null {
  const { centre } = facts
  if (args.amount <= 0 || args.allocations.some(({ amount }) => amount <= 0)) return { code: 'amount-not-positive' }
  if (args.currency !== centre.currency) return { code: 'wrong-currency', detail: { currency: centre.currency } }
  if (args.cheque && args.method !== 'cheque') return { code: 'not-valid', detail: { field: 'cheque' } }
  const wrongDay = objectToDay(args.receivedOn, at, centre)
  if (wrongDay) return wrongDay
  const allocatedNow = new Map<string, number>()
  for (const { entryId, amount } of args.allocations)
    allocatedNow.set(entryId, (allocatedNow.get(entryId) ?? 0) + amount)
  const total = [...allocatedNow.values()].reduce((sum, amount) => sum + amount, 0)
  if (total > args.amount)
    return { code: 'allocated-too-much', detail: { excess: total - args.amount, currency: args.currency } }
  for (const [entryId, amount] of allocatedNow) {
    const entry = facts.entries.find(({ id }) => id === entryId)
    if (!entry) return { code: 'not-found', detail: { entryId } }
    if (!isLive(entry.status)) return { code: 'entry-not-live', detail: { entryId, status: entry.status } }
    if (entry.currency !== args.currency) return { code: 'wrong-currency', detail: { currency: entry.currency } }
    const due = entry.feeAmount - (facts.allocated.get(entryId) ?? 0)
    if (amount > due) return { code: 'entry-already-paid', detail: { entryId, due, currency: entry.currency } }
  }
  const limit = CASH_LIMIT[args.currency]
  if (args.method === 'cash' && facts.cashSoFar + args.amount > limit)
    return { code: 'cash-limit', detail: { limit, total: facts.cashSoFar + args.amount, currency: args.currency } }
  return null
}

/** The payment as a row. What it allocates to a dead entry becomes a credit (see `creditOf`). */
export function recordPayment(
  args: RecordPaymentArgs,
  _facts: RecordPaymentFacts,
  { operatorName }: Circumstances,
): Write[] {
  const { paymentId: id, ...rest } = args
  return [{ entity: 'payment', value: { id, ...rest, recordedBy: operatorName } }]
}
