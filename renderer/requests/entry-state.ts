import type { EntryRow } from '../../contract/desk.ts'
import { dueOf, groupsOf, isLate } from '../../domain/entry-groups.ts'
import type { IconName } from '../../kit/icons.tsx'
import type { Tone } from '../../kit/status-tag.tsx'
import { formatMoney } from '../../text/format.ts'
import { ENTRY_STATUS_WORDS } from '../../text/fr.ts'
import { REQUESTS } from '../../text/screens/requests.ts'

/** Whether the deadline shown is this PC's guess. A doubtful decision is not shown at all: the row, its deadline too, is HQ's. */
export function isProvisional({ status, pending, doubtful }: EntryRow): boolean {
  return status === 'prevalidated' && pending && !doubtful
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
    const key = [entry.status, ...groupsOf(entry, now), entry.pending, entry.doubtful].join(' ')
    alike.set(key, [...(alike.get(key) ?? []), entry])
  }
  const alone = alike.size === 1
  return [...alike.values()].flatMap((same) =>
    same[0] ? [{ ...lookOf(same[0], same, alone, now), entries: same }] : [],
  )
}

/** @param alone whether what was paid is told too: where several states share the cell there is no room */
function lookOf(entry: EntryRow, alike: readonly EntryRow[], alone: boolean, now: string): Omit<StateTag, 'entries'> {
  const paid = alike.reduce((sum, one) => sum + one.paid, 0)
  const due = alike.reduce((sum, one) => sum + dueOf(one), 0)
  const withRest = (text: string) => `${text} · ${REQUESTS.rest(formatMoney(due, entry.currency))}`
  const afterPart = (text: string) => (paid > 0 && due > 0 ? withRest(text) : text)
  const sent = (word: string) => {
    if (!entry.pending) return word
    return `${word} · ${entry.doubtful ? REQUESTS.hqDecides : REQUESTS.toTransmit}`
  }
  const word = ENTRY_STATUS_WORDS[entry.status]
  if (entry.status === 'requested') return { tone: 'wait', icon: 'clock', word: sent(word) }
  if (entry.status === 'prevalidated') {
    // The money came and the validation did not: HQ refused it, or nobody asked.
    const covered = paid > 0 && due === 0
    if (entry.pending)
      return { tone: 'calm', icon: 'arrow', word: sent(covered ? REQUESTS.prevalidatedPaid : afterPart(word)) }
    if (covered) return { tone: 'due', icon: 'payments', word: REQUESTS.paidToConfirm }
    if (isLate(entry, now)) return { tone: 'stop', icon: 'alert', word: afterPart(REQUESTS.overdue) }
    return { tone: 'due', icon: 'clock', word: afterPart(REQUESTS.toPay) }
  }
  if (entry.status === 'confirmed') {
    if (due > 0) return { tone: 'due', icon: 'payments', word: sent(withRest(word)) }
    const money = alone && paid > 0 ? ` · ${formatMoney(paid, entry.currency)}` : ''
    return { tone: 'go', icon: 'check', word: sent(`${word}${money}`) }
  }
  return { tone: 'calm', icon: entry.status === 'refused' ? 'cross' : 'back', word: sent(word) }
}
