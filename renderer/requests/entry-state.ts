import type { EntryRow } from '../../contract/desk.ts'
import { isOverdue } from '../../domain/entry.ts'
import { formatMoney } from '../../text/format.ts'
import { ENTRY_STATUS_WORDS } from '../../text/fr.ts'
import { REQUESTS } from '../../text/screens/requests.ts'
import type { IconName } from '../ui/icons.tsx'
import type { Tone } from '../ui/status-tag.tsx'

export const GROUPS = ['waiting', 'due', 'overdue', 'confirmed', 'refused'] as const
/** Where an entry is looked for: its status, the deadline told apart. Null for what nobody filters by (withdrawn, lapsed…). */
export type Group = (typeof GROUPS)[number]

/** Whether the payment is late. Never while a decision is pending: HQ has not fixed the deadline yet. */
export function isLate(entry: EntryRow, now: string): boolean {
  return !entry.pending && isOverdue(entry, now)
}

/** Whether the deadline shown is this PC's guess. A doubtful decision is not shown at all: the row, its deadline too, is HQ's. */
export function isProvisional({ status, pending, doubtful }: EntryRow): boolean {
  return status === 'prevalidated' && pending && !doubtful
}

export function groupOf(entry: EntryRow, now: string): Group | null {
  if (entry.status === 'requested') return 'waiting'
  if (entry.status === 'prevalidated') return isLate(entry, now) ? 'overdue' : 'due'
  return entry.status === 'confirmed' || entry.status === 'refused' ? entry.status : null
}

export type StateTag = {
  tone: Tone
  icon: IconName
  word: string
  /** Entries of the request that are in this state. */
  entries: EntryRow[]
}

/** The states of a request: one when all its entries agree, else one for each that differs. Withdrawn ones come last. */
export function requestStates(entries: readonly EntryRow[], now: string): StateTag[] {
  const alike = new Map<string, EntryRow[]>()
  for (const entry of entries) {
    const key = `${groupOf(entry, now) ?? entry.status} ${entry.pending} ${entry.doubtful}`
    alike.set(key, [...(alike.get(key) ?? []), entry])
  }
  const alone = alike.size === 1
  return [...alike.values()].flatMap((same) =>
    same[0] ? [{ ...lookOf(same[0], alone ? same : [], now), entries: same }] : [],
  )
}

/** @param paidFor entries whose money is told: none where several states share the cell */
function lookOf(entry: EntryRow, paidFor: readonly EntryRow[], now: string): Omit<StateTag, 'entries'> {
  const sent = (word: string) => {
    if (!entry.pending) return word
    return `${word} · ${entry.doubtful ? REQUESTS.hqDecides : REQUESTS.toTransmit}`
  }
  const word = ENTRY_STATUS_WORDS[entry.status]
  if (entry.status === 'requested') return { tone: 'wait', icon: 'clock', word: sent(word) }
  if (entry.status === 'prevalidated') {
    if (entry.pending) return { tone: 'calm', icon: 'arrow', word: sent(word) }
    if (isLate(entry, now)) return { tone: 'stop', icon: 'alert', word: REQUESTS.overdue }
    return { tone: 'due', icon: 'clock', word: REQUESTS.toPay }
  }
  if (entry.status === 'confirmed') {
    const paid = paidFor.reduce((sum, one) => sum + one.paid, 0)
    return { tone: 'go', icon: 'check', word: sent(paid > 0 ? `${word} · ${formatMoney(paid, entry.currency)}` : word) }
  }
  return { tone: 'calm', icon: entry.status === 'refused' ? 'cross' : 'back', word: sent(word) }
}
