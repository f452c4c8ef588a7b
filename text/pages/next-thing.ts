import type { MyEntry } from '../../contract/candidate-pages.ts'
import { isOverdue } from '../../domain/entry.ts'
import type { Instant } from '../../domain/time.ts'
import { formatMoney } from '../format.ts'
import { sayReason } from '../fr.ts'
import { NEXT } from './space.ts'
import { type OtherZone, sayEndThere } from './windows.ts'

type Entry = Pick<MyEntry, 'status' | 'feeAmount' | 'paidAmount' | 'currency' | 'deadlineAt' | 'refusal'> & {
  softwareNames: readonly string[]
}

/** What the candidate has to do now for one exam, in sentences. A deadline is said by the clocks of the centre `at`. */
export function nextThing(entry: Entry, now: Instant, at: OtherZone): string[] {
  const { status, refusal, softwareNames } = entry
  if (status === 'prevalidated') return [payment(entry, now, at)]
  if (status !== 'refused') return [NEXT[status]]
  const why = refusal ? [NEXT.refusal(sayReason(refusal.reason, softwareNames))] : []
  return [...why, ...(refusal?.text ? [refusal.text] : []), NEXT.refused]
}

function payment(entry: Entry, now: Instant, at: OtherZone): string {
  const { feeAmount, paidAmount, currency, deadlineAt } = entry
  const rest = feeAmount - paidAmount
  if (rest <= 0) return NEXT.paid
  const amount = formatMoney(rest, currency)
  if (deadlineAt === null) return NEXT.payNoDeadline(amount)
  const deadline = sayEndThere(deadlineAt, at)
  return isOverdue({ status: entry.status, deadlineAt }, now)
    ? NEXT.payLate(amount, deadline)
    : NEXT.pay(amount, deadline)
}
