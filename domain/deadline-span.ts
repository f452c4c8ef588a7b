import { addDays, type LocalDate } from './time.ts'

/** When the payment of a held seat is awaited, in days of the centre: `over` is past, `today` ends with this day, `week` within seven days. */
export const DEADLINE_SPANS = ['any', 'over', 'today', 'tomorrow', 'week'] as const
export type DeadlineSpan = (typeof DEADLINE_SPANS)[number]

/** The first and the last day on which the payment is awaited. */
export type Days = { from: LocalDate; to: LocalDate }

/** The days that a span is about; null for those that are not about days. */
export function daysOf(span: DeadlineSpan, today: LocalDate): Days | null {
  if (span === 'any' || span === 'over') return null
  if (span === 'week') return { from: today, to: addDays(today, 6) }
  const day = span === 'today' ? today : addDays(today, 1)
  return { from: day, to: day }
}
