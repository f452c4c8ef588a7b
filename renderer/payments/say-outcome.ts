import { fullName } from '../../domain/candidate.ts'
import type { Currency } from '../../domain/money.ts'
import type { Allocation } from '../../domain/payment.ts'
import { formatMoney, NBSP } from '../../text/format.ts'
import { PAYMENTS } from '../../text/screens/payments.ts'
import { type Due, entriesCovered } from './payment-form.ts'

type Taken = {
  ticked: readonly Due[]
  allocations: readonly Allocation[]
  /** Minor units: what the entries ticked still owe, and what is received, null while it cannot be read. */
  owed: number
  amount: number | null
  currency: Currency
  /** How many other exams the payer owes for: what is paid here is then not all. */
  others: number
}

/** Beyond this many exams they are counted, not named. */
const MOST_NAMED = 3

/** What the click will do besides the money: what becomes final, what stays owed, what is kept as a credit. Empty before an amount. */
export function sayOutcome({ ticked, allocations, owed, amount, currency, others }: Taken): string {
  if (amount === null || amount <= 0 || ticked.length === 0) return ''
  const money = (minor: number) => formatMoney(minor, currency)
  const confirmed = entriesCovered(ticked, allocations)
  if (amount >= owed) {
    const settled = others > 0 ? PAYMENTS.tickedSettled(ticked.length) : PAYMENTS.nothingLeft
    const done = confirmed.length > 0 ? PAYMENTS.willConfirm(confirmed.length) : settled
    return amount > owed ? `${done} ${PAYMENTS.surplus(money(amount - owed))}` : done
  }
  const missing = owed - amount
  if (confirmed.length === 0) {
    const held = ticked.filter(({ entry }) => entry.status === 'prevalidated').length
    return held > 0 ? PAYMENTS.missing(money(missing), held) : PAYMENTS.stillMissing(money(missing))
  }
  if (ticked.length > MOST_NAMED)
    return `${PAYMENTS.willConfirmSome(confirmed.length)} ${PAYMENTS.stillMissing(money(missing))}`
  const people = new Set(ticked.map(({ request }) => request.candidateId)).size
  const nameOf = ({ entry, request }: Due) =>
    people > 1 ? `${entry.examCode} (${fullName(request.candidate)})` : entry.examCode
  const paid = new Map(allocations.map((one) => [one.entryId, one.amount]))
  const parts = ticked.flatMap((one) => {
    if (confirmed.includes(one.entry.id)) return PAYMENTS.oneConfirmed(nameOf(one))
    const left = one.due - (paid.get(one.entry.id) ?? 0)
    return left > 0 ? PAYMENTS.oneMissing(nameOf(one), money(left)) : []
  })
  return `${parts.join(`${NBSP}; `)}.`
}
