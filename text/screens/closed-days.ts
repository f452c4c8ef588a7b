import type { HolidayKey } from '../../domain/calendar.ts'
import type { DeadlineReading } from '../../domain/deadline.ts'
import type { LocalDate } from '../../domain/time.ts'
import { formatDay, formatDayLong, NBSP, plural } from '../format.ts'
import { HOLIDAY_NAMES } from '../holiday-names.ts'

export const MONTH_NAMES = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(
  ' ',
)
export const DAY_INITIALS = ['L', 'M', 'M', 'J', 'V', 'S', 'D'] as const
export const DAY_NAMES = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'] as const

/** What a day of the year is for the centre. */
export type DayKind = 'open' | 'closed' | 'weekend' | 'holiday' | 'worked'

/** Jours fermés et délai. */
export const CLOSED_DAYS = {
  intro: `Les jours fermés ne comptent pas dans le délai de règlement. Les délais déjà annoncés aux candidats ne changent pas${NBSP}; les prochains, si.`,
  calendar: (year: number): string => `Calendrier ${year}`,
  previousYear: 'Année précédente',
  nextYear: 'Année suivante',
  keys: 'Cliquez un jour, ou Espace, pour le fermer ou le rouvrir ; avec Maj, toute une période. Un jour férié se travaille de la même façon.',
  legend: {
    open: 'Ouvert',
    closed: 'Fermé par le centre',
    weekend: 'Week-end',
    holiday: 'Férié',
    worked: 'Férié travaillé',
  } satisfies Record<DayKind, string>,
  list: (year: number): string => `Fermé en ${year}`,
  none: 'Aucun jour fermé, en dehors des week-ends et des jours fériés.',
  days: (count: number): string => `${count} ${plural(count, 'jour', 'jours')}`,
  reopen: 'Rouvrir',
  reopenOf: (words: string): string => `Rouvrir ${words}`,
  local: 'Droit local (Alsace, Moselle)',
  goodFriday: 'Vendredi saint férié',
  boxingDay: '26 décembre férié',
  localHint:
    'Le Vendredi saint est férié là où la commune a un temple protestant ou une église mixte (C. trav. L.3134-13).',
  reading: 'Comment compter « 72 heures ouvrées »',
  readings: {
    B: 'Trois jours ouvrés, jusqu’à minuit',
    A: 'Soixante-douze heures, jours fermés non comptés',
  } satisfies Record<DeadlineReading, string>,
  readingHints: {
    B: 'Le jour de la pré-validation ne compte pas. La lecture la plus favorable au candidat.',
    A: 'À la même heure, trois jours ouvrés plus tard.',
  } satisfies Record<DeadlineReading, string>,
  example: (until: string): string => `Pré-validée maintenant${NBSP}: à régler jusqu’au ${until}.`,
  noExample: `Trop peu de jours ouvrés${NBSP}: aucun délai ne peut être calculé, et rien ne peut être pré-validé.`,
  nothingChanged: 'Rien n’a changé.',
  saved: 'Jours fermés et délai enregistrés',
  movedTitle: 'Ces réglages ont changé pendant que vous les modifiiez.',
  tooMany: `Pas plus de 400 jours fermés${NBSP}: retirez les plus anciens.`,
} as const

/** « jeudi 24 décembre 2026, fermé par le centre » */
export function sayDay(on: LocalDate, kind: DayKind, holiday: HolidayKey | null): string {
  const name = holiday === null ? '' : ` (${HOLIDAY_NAMES[holiday]})`
  return `${formatDayLong(on)}, ${CLOSED_DAYS.legend[kind].toLowerCase()}${name}`
}

/** « jeu. 24 déc. », « du jeu. 24 déc. au jeu. 31 déc. » */
export function sayPeriod(from: LocalDate, to: LocalDate): string {
  return from === to ? formatDay(from) : `du ${formatDay(from)} au ${formatDay(to)}`
}
