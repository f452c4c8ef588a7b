import { type Entry, holdsSeat, isOverdue } from './entry.ts'

/** Where an entry is looked for: its status, the deadline told apart. « other » is what gave its seat back (withdrawn, lapsed…). */
export const REQUEST_GROUPS = ['waiting', 'due', 'overdue', 'confirmed', 'refused', 'other'] as const
export type RequestGroup = (typeof REQUEST_GROUPS)[number]

/** An entry with what it takes to know where it is looked for. */
export type EntryStanding = Pick<Entry, 'status' | 'feeAmount' | 'deadlineAt'> & {
  /** A decision on it has not been settled by HQ yet. */
  pending: boolean
  /** Minor units allocated by payments that stand. */
  paid: number
}

/** Whether the payment is late. Never while a decision is pending: HQ has not fixed the deadline yet. */
export function isLate(entry: Pick<EntryStanding, 'status' | 'deadlineAt' | 'pending'>, now: string): boolean {
  return !entry.pending && isOverdue(entry, now)
}

/** What is still to be paid for a seat that is held, in minor units; 0 where no money is awaited. */
export function dueOf({ status, feeAmount, paid }: Pick<EntryStanding, 'status' | 'feeAmount' | 'paid'>): number {
  return holdsSeat(status) ? Math.max(0, feeAmount - paid) : 0
}

/** An entry validated before its money, or whose payment was voided since, is looked for both as validated and as to be paid. */
export function groupsOf(entry: EntryStanding, now: string): RequestGroup[] {
  if (entry.status === 'requested') return ['waiting']
  if (entry.status === 'prevalidated') return isLate(entry, now) ? ['overdue'] : ['due']
  if (entry.status === 'confirmed') return dueOf(entry) > 0 ? ['confirmed', 'due'] : ['confirmed']
  return entry.status === 'refused' ? ['refused'] : ['other']
}
