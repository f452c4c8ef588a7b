import type { HistoryLine } from '../../contract/desk.ts'
import { type Instant, type LocalDate, toLocalDate } from '../../domain/time.ts'
import type { TimelineFilter } from '../../text/screens/candidate.ts'

/** Whether a line is of that sort. What only HQ or the candidate did stands under « Tout » alone. */
export function isOfSort({ kind }: Pick<HistoryLine, 'kind'>, filter: TimelineFilter): boolean {
  if (filter === 'all') return true
  if (filter === 'calls') return kind === 'call.note' || kind === 'reminder.sent'
  if (filter === 'money') return /^(payment|receipt|credit-note|credit|cheque)\./.test(kind)
  return /^(entry|candidate|review)\./.test(kind)
}

/** The lines by the day on which they happened at the centre, in their own order. */
export function byDay<L extends { at: Instant }>(lines: readonly L[], timeZone: string): [LocalDate, L[]][] {
  return [...Map.groupBy(lines, ({ at }) => toLocalDate(at, timeZone))]
}
