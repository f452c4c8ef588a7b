import { addDays, type LocalDate } from '../../domain/time.ts'

/** Days from one to the other, both included. */
export type Days = { from: LocalDate; to: LocalDate }

/** The month of a day, whole: its last day may still be to come. */
export function monthOf(day: LocalDate): Days {
  const from = `${day.slice(0, 7)}-01`
  // Four weeks and four days after its first day, a month has always turned.
  const next = `${addDays(from, 32).slice(0, 7)}-01`
  return { from, to: addDays(next, -1) }
}

/** The whole month before that of a day. */
export function monthBefore(day: LocalDate): Days {
  return monthOf(addDays(monthOf(day).from, -1))
}
