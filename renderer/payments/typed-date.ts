import { isLocalDate, type LocalDate } from '../../domain/time.ts'

const TYPED = /^(\d{1,2})(?:[/.\s-](\d{1,2})(?:[/.\s-](\d{2}|\d{4}))?)?$/

/**
 * Reads a date as it is typed in a hurry: « 23/11/2026 », « 23.11.26 », « 23/11 », « 23 ». What is left out is taken from `today`.
 * Null when it is no day that exists.
 */
export function parseTypedDate(text: string, today: LocalDate): LocalDate | null {
  const [, day = '', month = today.slice(5, 7), year = today.slice(0, 4)] = TYPED.exec(text.trim()) ?? []
  if (!day) return null
  const date = `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isLocalDate(date) ? date : null
}
