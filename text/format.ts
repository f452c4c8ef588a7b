import { type Currency, minorDigits } from '../domain/money.ts'
import { type Instant, type LocalDate, toLocalDate, toLocalTime, weekday } from '../domain/time.ts'

/**
 * Dates, times, money and counts as French people read them. The words are our own and not the machine's, so that the screen,
 * the papers and the tests agree whatever the system. Spaces that must not break a line are no-break spaces.
 */

/** No-break space: inside a date, an hour, before a unit or a colon. */
export const NBSP = '\u00a0'
/** Narrow no-break space: between thousands. */
const NNBSP = '\u202f'

const DAYS = { 1: 'lundi', 2: 'mardi', 3: 'mercredi', 4: 'jeudi', 5: 'vendredi', 6: 'samedi', 7: 'dimanche' } as const
const MONTHS = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ')
const SHORT_MONTHS = 'janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.'.split(' ')

/** « mar. 24 » */
export function formatDayOfMonth(date: LocalDate): string {
  return `${dayName(date).slice(0, 3)}.${NBSP}${dayNumber(date)}`
}

/** « mar. 24 nov. » */
export function formatDay(date: LocalDate): string {
  return `${formatDayOfMonth(date)}${NBSP}${monthName(date, SHORT_MONTHS)}`
}

/** « mar. 24 nov. », with its year when it is not that of `today`: « mar. 25 nov. 2025 ». */
export function formatDayFrom(date: LocalDate, today: LocalDate): string {
  return date.slice(0, 4) === today.slice(0, 4) ? formatDay(date) : `${formatDay(date)} ${date.slice(0, 4)}`
}

/** « lundi 25 janvier 2027 » */
export function formatDayLong(date: LocalDate): string {
  return `${dayName(date)} ${formatDateLong(date)}`
}

/** « 25 janvier 2027 » */
export function formatDateLong(date: LocalDate): string {
  return `${dayNumber(date)}${NBSP}${monthName(date, MONTHS)} ${date.slice(0, 4)}`
}

/** « 24/11/2026 » */
export function formatDate(date: LocalDate): string {
  return `${date.slice(8)}/${date.slice(5, 7)}/${date.slice(0, 4)}`
}

/** « 14 h 30 », seconds cut off. */
export function formatTime(instant: Instant, timeZone: string): string {
  return toLocalTime(instant, timeZone).replace(':', `${NBSP}h${NBSP}`)
}

/** « 14 h 30 », from a wall-clock time « 14:30 ». */
export function formatHour(time: string): string {
  return time.replace(':', `${NBSP}h${NBSP}`)
}

/** « mar. 24 nov. 14 h 30 » */
export function formatDayTime(instant: Instant, timeZone: string): string {
  return `${formatDay(toLocalDate(instant, timeZone))} ${formatTime(instant, timeZone)}`
}

/** Within a sentence: « à 14 h 30 » on the day of `now`, « le mar. 24 nov. à 14 h 30 » on another, with its year when it differs. */
export function formatMoment(instant: Instant, now: Instant, timeZone: string): string {
  const sameDay = toLocalDate(instant, timeZone) === toLocalDate(now, timeZone)
  return sameDay ? `à${NBSP}${formatTime(instant, timeZone)}` : formatLastingMoment(instant, now, timeZone)
}

/** Of a sentence that is still read on later days: « le mar. 24 nov. à 14 h 30 » always, with its year when it is not that of `now`. */
export function formatLastingMoment(instant: Instant, now: Instant, timeZone: string): string {
  const day = formatDayFrom(toLocalDate(instant, timeZone), toLocalDate(now, timeZone))
  return `le ${day} à${NBSP}${formatTime(instant, timeZone)}`
}

/** « depuis 14 h 30 », « depuis le mar. 24 nov. à 14 h 30 ». */
export function formatSince(instant: Instant, now: Instant, timeZone: string): string {
  return `depuis ${formatMoment(instant, now, timeZone).replace(/^à\s/, '')}`
}

/** « mar. 24 nov. 14 h 30 », with its year when it is not that of `now`: « mar. 25 nov. 2025 14 h 30 ». */
export function formatDayTimeFrom(instant: Instant, now: Instant, timeZone: string): string {
  const day = formatDayFrom(toLocalDate(instant, timeZone), toLocalDate(now, timeZone))
  return `${day} ${formatTime(instant, timeZone)}`
}

/** « 23/11/2026 à 09 h 47 » */
export function formatDateTime(instant: Instant, timeZone: string): string {
  return `${formatDate(toLocalDate(instant, timeZone))} à${NBSP}${formatTime(instant, timeZone)}`
}

/**
 * How long ago: « à l’instant » (also for the future, as clocks differ), « il y a 2 h » within a day, then « il y a 3 j » in days of
 * the calendar of `timeZone`: on Monday morning, Friday evening is three days ago.
 */
export function formatAgo(from: Instant, now: Instant, timeZone: string): string {
  const minutes = Math.floor((Date.parse(now) - Date.parse(from)) / 60_000)
  if (minutes < 1) return 'à l’instant'
  if (minutes < 60) return `il y a ${minutes}${NBSP}min`
  if (minutes < 24 * 60) return `il y a ${Math.floor(minutes / 60)}${NBSP}h`
  const days = (Date.parse(toLocalDate(now, timeZone)) - Date.parse(toLocalDate(from, timeZone))) / 86_400_000
  return `il y a ${days}${NBSP}j`
}

/** How long, roughly: « 40 s », « 12 min », « 2 h 05 », « 3 j » from two days on. @param seconds zero or more */
export function formatDuration(seconds: number): string {
  if (seconds < 60) return `${Math.round(seconds)}${NBSP}s`
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return `${minutes}${NBSP}min`
  const hours = Math.floor(minutes / 60)
  if (hours < 48) return `${hours}${NBSP}h${NBSP}${String(minutes % 60).padStart(2, '0')}`
  return `${Math.floor(hours / 24)}${NBSP}j`
}

/** « 12 000 » */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, NNBSP)
}

/** « 50,00 € », « 5 967 F » from minor units; « −12,50 € » below zero. */
export function formatMoney(amount: number, currency: Currency): string {
  const digits = minorDigits(currency)
  const figures = String(Math.abs(amount)).padStart(digits + 1, '0')
  const whole = figures.slice(0, figures.length - digits).replace(/\B(?=(\d{3})+$)/g, NNBSP)
  const decimals = digits > 0 ? `,${figures.slice(-digits)}` : ''
  return `${amount < 0 ? '−' : ''}${whole}${decimals}${NBSP}${currency === 'EUR' ? '€' : 'F'}`
}

/** The word alone, in French number: 0 and 1 are singular. */
export function plural(count: number, one: string, many: string): string {
  return Math.abs(count) < 2 ? one : many
}

function dayName(date: LocalDate): string {
  return DAYS[weekday(date)]
}

/** The first of a month is « 1er », the others are bare. */
function dayNumber(date: LocalDate): string {
  const day = Number(date.slice(8))
  return day === 1 ? '1er' : String(day)
}

function monthName(date: LocalDate, names: readonly string[]): string {
  return names[Number(date.slice(5, 7)) - 1] ?? ''
}
