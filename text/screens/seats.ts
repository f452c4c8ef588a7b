import type { OfferingChange } from '../../contract/desk-session.ts'
import { isCommandName } from '../../domain/commands.ts'
import { isLocalDate } from '../../domain/time.ts'
import { formatDay, NBSP, plural } from '../format.ts'
import { aManager, COMMAND_TITLES } from '../fr.ts'

const seatsWord = (count: number): string => `${count} ${plural(count, 'place', 'places')}`

/** Places et logiciels. */
export const SEATS = {
  title: 'Places et logiciels',
  /** @param shut seats of offerings that are closed: Session counts them with the others */
  summary: (free: number, seats: number, shut: number): string =>
    `${free} ${plural(free, 'place libre', 'places libres')} sur ${seats}${shut > 0 ? `, et ${shut} ${plural(shut, 'place fermée', 'places fermées')}` : ''}`,
  noSoftware: 'Sans logiciel',
  confirmed: (count: number): string => `${count} ${plural(count, 'validée', 'validées')}`,
  held: (count: number): string => `${count} à régler`,
  noneTaken: 'aucune prise',
  free: (count: number): string => `${count} ${plural(count, 'libre', 'libres')}`,
  freeOf: (count: number, seats: number): string => `${SEATS.free(count)} sur ${seats}`,
  full: 'complet',
  overfull: (count: number): string => `${count} de trop`,
  waiting: (count: number): string => `${count} en attente`,
  fullWaiting: (count: number): string => `complet, ${count} en attente`,
  none: 'personne en attente',
  closed: 'Fermée',
  estimate: `Estimation${NBSP}: des actions sont en route`,
  toTransmit: 'à transmettre',
  dates: (days: string): string => `Épreuve le ${days}`,
  noDate: 'Date à fixer',
  seats: 'Places',
  count: seatsWord,
  readOnly: (label: string, seats: number): string => `${label}${NBSP}: ${seatsWord(seats)}`,
  save: 'Enregistrer',
  cancel: 'Annuler',
  saved: (label: string, seats: number): string => `${label}${NBSP}: ${seatsWord(seats)}`,
  invalid: 'Écrivez un nombre entier, de 0 à 9999.',
  now: (seats: number): string => `actuellement ${seats}`,
  managerOnly: (managers: readonly string[]): string =>
    `Seul ${aManager(managers)} change les places, les offres et les séances.`,
  emptyTitle: 'Aucune offre pour cette session',
  emptyText: 'Les épreuves et les logiciels proposés pour cette session apparaîtront ici.',
  emptyManager: 'Ouvrez une première offre, ou reprenez celles d’une autre session.',
  notOffered: (codes: string): string => `Épreuves de la session que le centre ne propose pas${NBSP}: ${codes}.`,
  shortcutUp: 'Une place de plus, de moins',
  shortcutSave: 'Enregistrer le nombre de places',
  shortcutNext: 'Enregistrer, puis l’offre suivante',
  shortcutBack: 'Rendre le nombre d’avant',
} as const

/** What opens below an offering. */
export const OFFERING = {
  detail: 'Détail',
  detailOf: (label: string): string => `Détail de ${label}`,
  queue: 'En attente de réponse',
  queueEmpty: 'Personne n’attend de réponse.',
  queueMore: (count: number): string => `et ${count} ${plural(count, 'autre', 'autres')}, dans Demandes`,
  received: (when: string): string => `reçue ${when}`,
  history: 'Historique',
  hqDecides: 'le siège tranche',
  historyEmpty: 'Aucun changement depuis que le siège en garde la trace.',
  close: 'Fermer l’offre',
  open: 'Rouvrir l’offre',
  closeTitle: 'Fermer aux inscriptions',
  openTitle: 'Rouvrir aux inscriptions',
  closeText: 'Plus personne ne pourra la choisir.',
  openText: 'Les candidats pourront à nouveau la choisir.',
  stopped: (count: number): string =>
    `${count} ${plural(count, 'demande en attente ne pourra plus être pré-validée', 'demandes en attente ne pourront plus être pré-validées')} sur cette offre.`,
  isStopped: (count: number): string =>
    `${count} ${plural(count, 'demande en attente ne peut plus être pré-validée', 'demandes en attente ne peuvent plus être pré-validées')} sur cette offre.`,
  freed: (count: number): string =>
    `${count} ${plural(count, 'demande en attente pourra', 'demandes en attente pourront')} à nouveau être ${plural(count, 'pré-validée', 'pré-validées')}, s’il reste des places.`,
  kept: (used: number): string =>
    used === 1 ? 'La place déjà tenue le reste.' : `Les ${used} places déjà tenues le restent.`,
  closedDone: (label: string): string => `${label}${NBSP}: offre fermée`,
  openedDone: (label: string): string => `${label}${NBSP}: offre rouverte`,
} as const

/** « Ouvrir une offre… » */
export const OPEN_OFFERING = {
  button: 'Ouvrir une offre…',
  title: 'Ouvrir une offre',
  exam: 'Épreuve',
  needs: 'se passe sur logiciel',
  needsNone: 'peut se passer sans logiciel',
  software: 'Logiciels',
  softwareHint: `Ceux qu’il faut pour passer l’épreuve, tous à la fois. Les plus proposés par le centre viennent en premier.`,
  find: 'Chercher un logiciel',
  clear: 'Effacer',
  noneFound: 'Aucun logiciel de ce nom au catalogue du siège.',
  seats: 'Nombre de places',
  seatsFirst: 'Écrivez le nombre de places.',
  submit: 'Ouvrir',
  consequence: 'Les candidats pourront la choisir dès que le siège l’aura reçue.',
  done: (label: string, seats: number): string => `${label}${NBSP}: offre ouverte, ${seatsWord(seats)}`,
} as const

/** « Copier de la session de … » */
export const COPY = {
  /** « Copier de la session de janvier 2027… » */
  button: (session: string): string =>
    /^Session\b/.test(session) ? `Copier de la s${session.slice(1)}…` : `Copier de «${NBSP}${session}${NBSP}»…`,
  title: 'Reprendre les offres d’une autre session',
  from: 'Session',
  intro: (session: string): string =>
    `Épreuves reconnues par leur code dans ${/^Session\b/.test(session) ? `la s${session.slice(1)}` : session}. Les séances ne sont pas reprises.`,
  none: 'Le centre ne proposait rien à cette session.',
  list: 'Offres à reprendre',
  seats: (seats: number): string => seatsWord(seats),
  wasClosed: 'était fermée',
  already: 'déjà proposée',
  noExam: (code: string): string => `${code} n’est pas au programme de cette session`,
  noSoftware: (names: string): string => `plus au catalogue${NBSP}: ${names}`,
  first: 'Cochez au moins une offre.',
  submit: (count: number): string => (count > 1 ? `Ouvrir ces ${count} offres` : 'Ouvrir cette offre'),
  done: (count: number): string => `${count} ${plural(count, 'offre ouverte', 'offres ouvertes')}`,
  notDone: (count: number, why: string): string => `${count} non${NBSP}: ${why}`,
} as const

/** « Ce que les candidats lisent » */
export const CANDIDATES_READ = {
  title: 'Ce que les candidats lisent',
  text: 'Sur le site du siège, au moment de choisir le centre. Une offre fermée n’y est pas.',
} as const

/** One change of an offering or of its sittings: its title, and to what. */
export function sayOfferingChange({ name, told }: Pick<OfferingChange, 'name' | 'told'>): string {
  const title = isCommandName(name) ? COMMAND_TITLES[name] : 'Action enregistrée'
  const { seats, heldOn, startsAtLocal, room } = told
  const more = [
    typeof seats === 'number' && seatsWord(seats),
    typeof heldOn === 'string' && isLocalDate(heldOn) && formatDay(heldOn),
    typeof startsAtLocal === 'string' && sayHour(startsAtLocal),
    room,
  ].filter(Boolean)
  return more.length > 0 ? `${title}${NBSP}: ${more.join(', ')}` : title
}

/** « 09 h 30 » from « 09:30 ». */
export function sayHour(time: string): string {
  return time.replace(':', `${NBSP}h${NBSP}`)
}
