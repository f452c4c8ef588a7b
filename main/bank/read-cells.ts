import { type Currency, minorDigits, parseAmount } from '../../domain/money.ts'
import { isLocalDate, type LocalDate } from '../../domain/time.ts'

const DAY_FIRST = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/

/** A day as banks write it: 20/11/2026, 20/11/26, 2026-11-20. Null when it is none, or none of the calendar. */
export function readDay(cell: string): LocalDate | null {
  const text = cell.trim()
  const [, day = '', month = '', year = ''] = DAY_FIRST.exec(text) ?? []
  const date = day === '' ? text : `${year.padStart(4, '20')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isLocalDate(date) ? date : null
}

/**
 * An amount as banks write it: « 1 234,50 », « 1234.50 », « +50,00 », « 50,00- », in minor units of `currency`, below zero for a debit. Null
 * when it is none, or has more decimals than the currency (zeros aside): it is never rounded.
 */
export function readBankAmount(cell: string, currency: Currency): number | null {
  const text = cell
    .trim()
    .replace(/^\+\s*/, '')
    .replace(/^([-−])\s+/, '$1')
  const [, after = '', minus = ''] = /^(.*?)\s*([-−])$/.exec(text) ?? []
  const signed = minus === '' ? text : `-${after}`
  return parseAmount(minorDigits(currency) === 0 ? signed.replace(/[.,]0{1,2}(?=\D*$)/, '') : signed, currency)
}
