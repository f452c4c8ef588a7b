import type { TodayDeadline, TodayGroup, TodayOffer, TodayPayer, TodaySeats } from '../../contract/desk-today.ts'
import type { RefusalCode } from '../../domain/decision.ts'
import type { IdentityFault } from '../../domain/identity-faults.ts'
import { addSeconds, type Instant, type LocalDate, toLocalDate } from '../../domain/time.ts'
import { formatDay, formatDayLong, formatMoment, formatMoney, NBSP, plural } from '../format.ts'
import { formatDeadline } from '../format-deadline.ts'

/** Aujourd'hui: what waits, in the order in which to do it. */
export const TODAY = {
  allShort: 'Tous',
  allSeats: 'Toutes',
  /** Règlements, where what is awaited stands by organisation. */
  allPayers: 'Par organisme',
  allFiles: (total: number): string => `Voir les ${total}`,
  fewerFiles: 'Voir moins',
  nothing: 'Rien n’attend',
  emptyTitle: 'Tout est à jour',
  emptyText: 'Personne n’attend de réponse, aucun règlement n’est en retard.',
  emptyNext: (what: string, when: string): string => `Prochaine date${NBSP}: ${what}, le ${when}.`,
  nobodyTitle: 'Pas encore de demande pour cette session',
  nobodyText: 'Les demandes déposées par les candidats apparaîtront ici d’elles-mêmes.',
  arriving: 'Les données du centre arrivent encore.',
  reviews: 'À revoir',
  unread: (count: number): string =>
    `${count} ${plural(count, 'action que le siège n’a pas pu lire', 'actions que le siège n’a pas pu lire')}`,
  deadlines: 'Règlements attendus aujourd’hui et demain',
  bounced: 'Chèques impayés',
  voided: 'Règlements annulés, à encaisser',
  voidedSince: (amount: string, when: string): string => `${amount} à régler${NBSP}: règlement annulé ${when}`,
  /** Why it cannot wait: nothing else reminds anybody of it. */
  voidedHolds: 'Convocation en attente',
  requests: 'Demandes à traiter',
  payers: 'Règlements annoncés, pas encore reçus',
  seats: 'Places',
  dates: 'Dates de la session',
  identities: 'Dossiers à corriger',
  remindedToday: (count: number): string =>
    `${count} ${plural(count, 'personne relancée', 'personnes relancées')} aujourd’hui, règlement toujours attendu`,
  /** Below cheques that bounced and payments taken back. */
  remindedLines: (count: number): string =>
    `${count} ${plural(count, 'relance faite', 'relances faites')} aujourd’hui, règlement toujours attendu`,
  checks: 'Données à vérifier',
  unchecked: (count: number): string =>
    plural(
      count,
      `${count} candidat n’a pas encore vérifié ses données`,
      `${count} candidats n’ont pas encore vérifié leurs données`,
    ),
  askedOn: (when: string): string => `Demandé ${when}`,
  candidates: (count: number): string => `${count} ${plural(count, 'candidat', 'candidats')}`,
  remind: 'Relancer',
  /** After the number, to whoever does not see the line. */
  called: (name: string): string => `noter que ${name} a été relancé par téléphone`,
  noMail: `Pas d’adresse mail dans ce dossier${NBSP}: téléphonez.`,
  reminded: 'Mail de rappel demandé au siège',
  phoned: 'Appel noté',
  extend: 'Prolonger…',
  release: 'Libérer…',
  collect: 'Encaisser…',
  prevalidate: (count: number): string => (count === 1 ? 'Pré-valider' : `Pré-valider les ${count}`),
  /** On its line: several are named in a dialog first. */
  prevalidateGroup: (count: number): string => (count === 1 ? 'Pré-valider' : `Pré-valider les ${count}…`),
  prevalidateFirst: (count: number): string => `Pré-valider les ${count} premières…`,
  acceptTitle: (count: number): string => `Pré-valider ces ${count} demandes${NBSP}?`,
  acceptConsequence: 'Chacune de ces personnes recevra un mail avec ce qu’elle doit régler, et avant quand.',
  see: (count: number): string => plural(count, 'La voir', 'Les voir'),
  refuse: 'Refuser…',
  open: 'Ouvrir',
  seeReview: 'Voir le point',
  gone: 'fait',
  paidBy: (organisation: string): string => `payeur annoncé${NBSP}: ${organisation}`,
  onAccount: 'paie en compte',
  due: (amount: string): string => `${amount} à régler`,
  confirmed: (count: number): string => `${count} ${plural(count, 'validée', 'validées')}`,
  held: (count: number): string => `${count} à régler`,
  waiting: (count: number): string => `${count} en attente`,
  full: 'complet',
  closed: 'fermée',
  free: (count: number): string => `${count} ${plural(count, 'libre', 'libres')}`,
  freeOf: (free: number, seats: number): string => `${TODAY.free(free)} sur ${seats}`,
  noSeats: 'Aucune épreuve n’est ouverte pour cette session.',
  shortcuts: 'Aujourd’hui',
  nextLine: 'Ligne suivante',
  previousLine: 'Ligne précédente',
  openLine: 'Ouvrir le dossier, ou la liste',
  remindByPhone: 'Noter une relance par téléphone',
  prevalidateKey: 'Pré-valider, ou ce qui est proposé en premier',
} as const

/** « Lundi 23 novembre » */
export function sayToday(on: LocalDate): string {
  const words = formatDayLong(on).replace(/ \d{4}$/, '')
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}

/** Minutes that one thing takes a practised person, on the phone now and then: an honest order of size, never a promise. */
const MINUTES = { review: 4, deadline: 2, request: 1 } as const

type Work = { reviews: number; deadlines: number; requests: number }

/** « 9 choses attendent, environ 20 minutes » */
export function sayWork({ reviews, deadlines, requests }: Work): string {
  const count = reviews + deadlines + requests
  if (count === 0) return TODAY.nothing
  const minutes = reviews * MINUTES.review + deadlines * MINUTES.deadline + requests * MINUTES.request
  return `${count} ${plural(count, 'chose attend', 'choses attendent')}, ${sayRoughly(minutes)}`
}

function sayRoughly(minutes: number): string {
  if (minutes <= 3) return 'environ une ou deux minutes'
  if (minutes <= 55) return `environ ${Math.ceil(minutes / 5) * 5}${NBSP}minutes`
  const hours = Math.round(minutes / 60)
  if (hours <= 1) return 'environ une heure'
  return hours <= 6 ? `environ ${hours}${NBSP}heures` : 'plus d’une journée de travail'
}

/** « ASCA-E1 (CIEL COMPTABILITE) », « UCP-E1 » */
export function sayOffer({ examCode, software }: Pick<TodayOffer, 'examCode' | 'software'>): string {
  return software.length > 0 ? `${examCode} (${software.join(', ')})` : examCode
}

/** The tag of an awaited payment: overdue, this evening, tomorrow. */
export function sayDeadlineTag(
  { day, ...deadline }: Pick<TodayDeadline, 'day' | 'deadlineOn' | 'deadlineAt'>,
  zone: string,
): string {
  if (day === 'over') return 'Délai dépassé'
  const hour = hourOf(deadline, zone)
  return `${day === 'today' ? (hour.startsWith('24') ? 'Ce soir' : 'Aujourd’hui') : 'Demain'} ${hour}`
}

function hourOf(
  { deadlineOn: on, deadlineAt: at }: Pick<TodayDeadline, 'deadlineOn' | 'deadlineAt'>,
  timeZone: string,
) {
  const hour = formatDeadline({ on, at, timeZone }).slice(formatDay(on).length + 1)
  return hour.replace(`${NBSP}00`, '')
}

type Moment = { now: Instant; timeZone: string }

/** « 50,00 € · depuis ven. 20 nov. · rappel envoyé mer. 18 nov. » */
export function sayDeadline(
  { due, currency, day, deadlineOn: on, deadlineAt: at, reminder }: Omit<TodayDeadline, 'request' | 'entryIds'>,
  organisation: string | null,
  { now, timeZone }: Moment,
): string {
  return [
    formatMoney(due, currency),
    day === 'over' && `depuis ${sayEnd({ on, at, timeZone })}`,
    organisation && TODAY.paidBy(organisation),
    reminder && sayReminder(reminder, { now, timeZone }),
  ]
    .filter(Boolean)
    .join(' · ')
}

/** « ven. 20 nov. » of what ends with its day, « ven. 20 nov. 16 h 30 » otherwise. */
function sayEnd(deadline: { on: LocalDate; at: Instant; timeZone: string }): string {
  return formatDeadline(deadline).replace(` 24${NBSP}h${NBSP}00`, '')
}

/** « rappel envoyé mer. 18 nov. », « rappel par téléphone à 9 h 10 » */
export function sayReminder(
  { sentAt, means }: NonNullable<TodayDeadline['reminder']>,
  { now, timeZone }: Moment,
): string {
  const on = toLocalDate(sentAt, timeZone)
  const when = on === toLocalDate(now, timeZone) ? formatMoment(sentAt, now, timeZone) : formatDay(on)
  return means === 'phone' ? `rappel par téléphone ${when}` : `rappel envoyé ${when}`
}

/** What a group of requests is, the count first: « 4 peuvent être acceptées », the rest in plain words after it. */
export function sayGroup({ refusal, count }: Pick<TodayGroup, 'refusal' | 'count'>): { count: string; rest: string } {
  if (refusal === null)
    return {
      count: `${count} ${plural(count, 'peut être acceptée', 'peuvent être acceptées')}`,
      rest: 'dès maintenant',
    }
  const words = GROUPS[refusal]
  return {
    count: `${count} ${words ?? plural(count, 'ne peut pas être acceptée', 'ne peuvent pas être acceptées')}`,
    rest: '',
  }
}

const GROUPS: Readonly<Partial<Record<RefusalCode, string>>> = {
  'no-seat-left': 'sur une épreuve complète',
  'no-offering': 'sans logiciel choisi',
  'offering-closed': 'sur une offre fermée',
  'sitting-past': 'pour une date passée',
  'accreditation-ended': 'après la fin de l’habilitation du centre',
  'deadline-unreachable': 'sans jour ouvré pour régler',
}

/** As many exams and software as one line names. */
const MOST_WANTED = 4

/** Below it: what they ask for, or what is full and where seats are left. */
export function sayGroupDetail({ refusal, offer, wanted, instead }: TodayGroup): string {
  if (refusal === null) {
    const most = wanted.slice(0, MOST_WANTED).map((one) => `${sayOffer(one)}${NBSP}: ${one.count}`)
    return [...most, ...(wanted.length > MOST_WANTED ? ['…'] : [])].join(' · ')
  }
  // Counted once those that can be answered are: the bars beside it show what is free now.
  const left = instead
    .slice(0, 2)
    .map(
      ({ free, software, examCode }, at) =>
        `${free}${at === 0 ? ` ${plural(free, 'place restera', 'places resteront')}` : ''} avec ${software.join(', ') || examCode}`,
    )
  const others = left.length > 0 ? `${left.join(', ')} une fois acceptées celles qui peuvent l’être` : null
  return [offer && sayOffer(offer), others].filter(Boolean).join(' · ')
}

/** « la plus ancienne a 7 jours »; « arrivée aujourd’hui » of one alone. */
export function sayOldest(receivedAt: Instant, total: number, { now, timeZone }: Moment): string {
  const days = Math.round(
    (Date.parse(toLocalDate(now, timeZone)) - Date.parse(toLocalDate(receivedAt, timeZone))) / 86_400_000,
  )
  if (days < 1) return total === 1 ? 'arrivée aujourd’hui' : 'arrivées aujourd’hui'
  const age = `${days} ${plural(days, 'jour', 'jours')}`
  return total === 1 ? `arrivée il y a ${age}` : `la plus ancienne a ${age}`
}

/** « 300,00 € · 6 candidats · à régler jusqu’au mar. 24 nov. 24 h 00 » */
export function sayPayer(
  { due, currency, people, deadlineOn: on, deadlineAt: at, onAccount }: TodayPayer,
  timeZone: string,
): string {
  return [
    formatMoney(due, currency),
    TODAY.candidates(people),
    on && at ? `à régler jusqu’au ${formatDeadline({ on, at, timeZone })}` : null,
    onAccount && TODAY.onAccount,
  ]
    .filter(Boolean)
    .join(' · ')
}

/** « CIEL COMPTABILITE · 6 validées, 2 à régler, 2 en attente » */
export function saySeats({ software, confirmed, held, waiting, open, seats }: TodaySeats): string {
  const free = Math.max(0, seats - confirmed - held)
  const counts = [
    confirmed > 0 && TODAY.confirmed(confirmed),
    held > 0 && TODAY.held(held),
    open && free === 0 && TODAY.full,
    !open && TODAY.closed,
    waiting > 0 && TODAY.waiting(waiting),
  ].filter(Boolean)
  return [software.join(', '), counts.join(', ') || TODAY.free(free)].filter(Boolean).join(' · ')
}

export const FAULT_WORDS: Readonly<Record<IdentityFault, string>> = {
  'birth-name': 'Nom de naissance impossible',
  'first-names': 'Prénoms impossibles',
  'birth-date': 'Date de naissance impossible',
  'birth-place': 'Commune de naissance absente',
  'nir-sex': 'N° de sécurité sociale différent pour le sexe',
  'nir-birth-date': 'N° de sécurité sociale différent pour la date de naissance',
  'nir-birth-place': 'N° de sécurité sociale différent pour le lieu de naissance',
}

/** « Commune de naissance absente : l’attestation serait rejetée. » */
export function sayFaults(faults: readonly IdentityFault[]): string {
  const sure = faults.some((fault) => !fault.startsWith('nir-'))
  return `${faults.map((fault, at) => (at === 0 ? FAULT_WORDS[fault] : lowerFirst(FAULT_WORDS[fault]))).join(', ')}${NBSP}: ${
    sure ? 'l’attestation serait rejetée.' : 'à vérifier sur la pièce d’identité.'
  }`
}

export type KeyDate = { kind: 'opening' | 'today' | 'closing' | 'exams'; on: LocalDate; until: LocalDate | null }

export const KEY_DATE_WORDS: Readonly<Record<KeyDate['kind'], string>> = {
  opening: 'ouverture',
  today: 'aujourd’hui',
  closing: 'clôture',
  exams: 'épreuves',
}

/** The whole of it, within a sentence. */
export const KEY_DATE_SENTENCES: Readonly<Record<KeyDate['kind'], string>> = {
  opening: 'ouverture des inscriptions',
  today: 'aujourd’hui',
  closing: 'clôture des inscriptions',
  exams: 'épreuves',
}

/** « 25 janv. », « 25–28 janv. » would be cut: the first day is enough below a dot. */
export function sayKeyDay(on: LocalDate): string {
  return formatDay(on).split(NBSP).slice(1).join(NBSP)
}

/** The last day on which one may still register, where registration closes at this instant. */
export function closingDay(closesAt: Instant, timeZone: string): LocalDate {
  return toLocalDate(addSeconds(closesAt, -1), timeZone)
}

function lowerFirst(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`
}
