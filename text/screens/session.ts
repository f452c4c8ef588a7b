import { formatDay, NBSP, plural } from '../format.ts'

/** Where a session stands: registrations not open yet, open, closed, exams under way, over. */
export type SessionStage = 'ahead' | 'open' | 'closed' | 'held' | 'over'

export const STAGE_WORDS: Readonly<Record<SessionStage, string>> = {
  ahead: 'À venir',
  open: 'Inscriptions ouvertes',
  closed: 'Inscriptions closes',
  held: 'Épreuves en cours',
  over: 'Terminée',
}

/** Session: those there are, how far this one has come, its dates and its sittings. */
export const SESSION = {
  title: 'Session',
  choose: 'Choisir une session',
  shown: 'affichée',
  span: (from: string, to: string): string => `du ${formatDay(from)} au ${formatDay(to)} ${to.slice(0, 4)}`,
  agenda: 'Agenda (.ics)',
  agendaHint: 'Les dates et les séances, pour l’agenda du téléphone ou de la messagerie.',
  agendaSaved: (path: string): string => `Agenda enregistré${NBSP}: ${path}`,
  agendaFailed: 'L’agenda n’a pas pu être écrit à cet endroit. Choisissez un autre dossier.',
  dates: 'Dates de la session',
  today: 'aujourd’hui',
  opening: 'ouverture',
  closing: 'clôture',
  exams: 'épreuves',
  lastDay: 'dernier jour',
  progress: 'Où en est la session',
  progressText: (requests: number, candidates: number): string =>
    requests === 0
      ? 'Aucune demande pour l’instant'
      : `${requests} ${plural(requests, 'demande', 'demandes')} de ${candidates} ${plural(candidates, 'candidat', 'candidats')}${NBSP}; ci-dessous, une inscription par épreuve demandée`,
  progressCaption:
    'Pour chaque épreuve et logiciel, les inscriptions validées, à régler et en attente, sur le nombre de places',
  progressEmptyTitle: 'Aucune offre pour cette session',
  progressEmptyText: 'Ouvrez des offres dans Places et logiciels, ou reprenez celles d’une autre session.',
  toSeats: 'Places et logiciels',
  columns: {
    offering: 'Épreuve et logiciel',
    bar: 'Sur les places',
    confirmed: 'Validées',
    held: 'À régler',
    waiting: 'En attente',
    seats: 'Places',
    free: 'Libres',
  },
  total: 'Toutes les épreuves',
  /** Seats of closed offerings, in the total like the others. */
  totalShut: (seats: number): string => `dont ${seats} ${plural(seats, 'place fermée', 'places fermées')}`,
  toPlace: 'Logiciel à choisir',
  money: 'Règlements',
  expected: 'Attendu',
  received: 'Reçu',
  missing: 'Reste à recevoir',
  moneyText: 'pour les places tenues',
  beyond: (amount: string): string => `${amount} reçus en plus${NBSP}: à rendre ou à utiliser.`,
  noMoney: 'Aucune inscription à régler pour l’instant.',
  toPayments: 'Ouvrir',
  toPaymentsRead: 'Ouvrir les règlements',
} as const

/** The sittings of each offering. */
export const SITTINGS = {
  title: 'Séances',
  summary: (set: number, missing: number): string =>
    missing > 0
      ? `${set} ${plural(set, 'séance', 'séances')}, ${missing} ${plural(missing, 'offre sans date', 'offres sans date')}`
      : `${set} ${plural(set, 'séance', 'séances')}`,
  empty: 'Les séances se fixent offre par offre, une fois les offres ouvertes.',
  none: 'Date, heure et salle à fixer',
  noRoom: 'Salle à préciser',
  span: (from: string, to: string): string => `${from} à ${to}`,
  people: (count: number): string =>
    count === 0 ? 'aucune encore validée' : `${count} ${plural(count, 'validée', 'validées')}`,
  set: 'Fixer une séance',
  another: 'Autre séance',
  edit: 'Modifier',
  of: (what: string, label: string): string => `${what}${NBSP}: ${label}`,
  cancel: 'Annuler…',
  toTransmit: 'à transmettre',
  date: 'Jour',
  start: 'Heure de début',
  startHint: `Par exemple 9${NBSP}h, 13${NBSP}h${NBSP}30`,
  startInvalid: `Écrivez une heure${NBSP}: 9${NBSP}h, 13${NBSP}h${NBSP}30.`,
  room: 'Salle',
  roomFirst: 'Écrivez la salle.',
  noDates: 'Le siège n’a plus de date à venir pour cette épreuve.',
  save: 'Enregistrer',
  giveUp: 'Fermer sans enregistrer',
  saved: (label: string, day: string, hour: string, room: string): string => `${label}${NBSP}: ${day} ${hour}, ${room}`,
  clash: (others: string): string => `Même salle au même moment que ${others}.`,
  clashKept: 'Vous pouvez enregistrer quand même, si la salle suffit pour tous.',
  moved: (count: number): string =>
    `${count} ${plural(count, 'personne validée', 'personnes validées')}${NBSP}: prévenez-${plural(count, 'la', 'les')}, ${plural(count, 'sa convocation sera', 'leurs convocations seront')} à refaire.`,
  cancelTitle: 'Annuler la séance',
  cancelText: (count: number): string =>
    count === 0
      ? 'Personne n’est encore validé sur cette offre.'
      : `${count} ${plural(count, 'personne validée', 'personnes validées')} sur cette offre. ${plural(count, 'Sa convocation sera', 'Leurs convocations seront')} à refaire quand une autre séance sera fixée.`,
  cancelSheet: 'La feuille d’émargement déjà imprimée ne sert plus.',
  cancelOnly: 'C’est la seule séance de cette offre.',
  cancelNow: 'Annuler la séance',
  keep: 'La garder',
  cancelled: (label: string, day: string): string => `${label}${NBSP}: séance du ${day} annulée`,
} as const
