import type { Exam } from '../../domain/catalogue.ts'
import { registrationState } from '../../domain/registration.ts'
import { addDays, type Instant, startOfDay, toLocalDate, toLocalTime } from '../../domain/time.ts'
import { formatDayLong, formatTime, NBSP } from '../format.ts'
import { deadlineWords } from '../mails/words.ts'

/** HQ's windows open and close by the clocks of Paris; a candidate elsewhere also needs their own. */
const PARIS = 'Europe/Paris'

export type Window = Pick<Exam, 'registrationOpensAt' | 'registrationClosesAt'>
/** A place whose clocks may differ from those of Paris. */
export type OtherZone = { timeZone: string; town: string }

/** « Ouvertes jusqu’au dimanche 20 décembre 2026 à 24 h 00 (heure de Paris) », and in the centre's zone when its clocks differ. */
export function sayWindow(window: Window, now: Instant, other?: OtherZone): string {
  switch (registrationState(window, now)) {
    case 'not-yet':
      return `Ouverture le ${sayInstant(window.registrationOpensAt, formatMinute, other)}`
    case 'open':
      return `Ouvertes jusqu’au ${sayInstant(window.registrationClosesAt, formatEnd, other)}`
    case 'closed':
      return `Closes depuis le ${sayInstant(window.registrationClosesAt, formatEnd, other)}`
  }
}

/** One exam of several, in a few words. */
export function sayExamWindow(window: Window, now: Instant): string | null {
  switch (registrationState(window, now)) {
    case 'not-yet':
      return `pas encore ouverte${NBSP}: ouverture le ${formatMinute(window.registrationOpensAt, PARIS)} (heure de Paris)`
    case 'open':
      return null
    case 'closed':
      return `fermée depuis le ${formatEnd(window.registrationClosesAt, PARIS)} (heure de Paris)`
  }
}

/** « lundi 23 novembre 2026 à 9 h 41 » as clocks in Paris show it, then as those of the place do when they differ. */
export function sayMoment(instant: Instant, other?: OtherZone): string {
  return sayInstant(instant, formatMinute, other)
}

/** « lundi 23 novembre 2026 inclus, jusqu’à 24 h (heure de Rennes) » by the clocks of a place, the words of the mails. */
export function sayEndThere(at: Instant, there: OtherZone): string {
  const day = toLocalDate(at, there.timeZone)
  const endsWithDay = at === startOfDay(day, there.timeZone)
  return deadlineWords({ on: endsWithDay ? addDays(day, -1) : day, at }, there)
}

type Format = (instant: Instant, timeZone: string) => string

function sayInstant(instant: Instant, format: Format, other?: OtherZone): string {
  const inParis = `${format(instant, PARIS)} (heure de Paris)`
  if (!other || sameClocks(instant, other.timeZone)) return inParis
  return `${inParis}, soit le ${format(instant, other.timeZone)} (heure de ${other.town})`
}

function sameClocks(instant: Instant, timeZone: string): boolean {
  const shown = (zone: string) => `${toLocalDate(instant, zone)} ${toLocalTime(instant, zone)}`
  return shown(timeZone) === shown(PARIS)
}

function formatMinute(instant: Instant, timeZone: string): string {
  return `${formatDayLong(toLocalDate(instant, timeZone))} à${NBSP}${formatTime(instant, timeZone)}`
}

/** An end at midnight belongs to the day that it ends: « dimanche 20 décembre 2026 à 24 h 00 ». */
function formatEnd(instant: Instant, timeZone: string): string {
  const day = toLocalDate(instant, timeZone)
  if (instant !== startOfDay(day, timeZone)) return formatMinute(instant, timeZone)
  return `${formatDayLong(addDays(day, -1))} à${NBSP}24${NBSP}h${NBSP}00`
}
