import type { RequestGroup } from '../../domain/entry-groups.ts'
import { formatTime, NBSP, plural } from '../format.ts'
import { CALL_MEANS_WORDS } from './candidate.ts'

/** The search that Ctrl+K opens over any screen. */
export const SEARCH = {
  title: 'Rechercher',
  hint: 'Nom, NUC, téléphone, mail, naissance, reçu…',
  short: 'Nom, NUC, téléphone…',
  nucIs: `NUC${NBSP}: numéro unique de candidat`,
  key: 'Ctrl+K',
  results: 'Résultats',
  candidates: 'Candidats',
  organisations: 'Organismes',
  receipts: 'Reçus',
  help: 'Aide',
  goTo: 'Aller à',
  opened: 'Derniers dossiers ouverts',
  today: 'En contact aujourd’hui',
  more: (count: number): string =>
    `${count} ${plural(count, 'autre personne', 'autres personnes')}${NBSP}: tapez une lettre de plus`,
  none: (text: string): string => `Personne ne correspond à «${NBSP}${text}${NBSP}»`,
  noneText:
    'Essayez trois lettres du nom, les quatre derniers chiffres du téléphone, une date de naissance (30/05/1998) ou un numéro de reçu. Les accents et l’ordre ne comptent pas. Pour chercher dans l’aide\u00a0: F1.',
  nothingYet: 'Tapez trois lettres du nom, un téléphone, un NUC, un numéro de reçu.',
  failed: 'La recherche n’a pas pu se faire. Réessayez.',
  found: (count: number): string => `${count} ${plural(count, 'résultat', 'résultats')}`,
  open: 'ouvrir le dossier',
  openInList: 'dans Demandes',
  move: 'choisir',
  close: 'fermer',
  requestsOf: (count: number): string => `${count} ${plural(count, 'demande', 'demandes')}`,
  inList: 'Voir ses demandes',
  noRequest: 'aucune demande',
  lastNote: (means: keyof typeof CALL_MEANS_WORDS, at: string, timeZone: string, by: string): string =>
    `${CALL_MEANS_WORDS[means].toLowerCase()}, ${formatTime(at, timeZone)}, ${by}`,
} as const

/** Where what was typed stands, when the line does not show it already. */
export const MATCH_WORDS = {
  name: 'nom',
  nuc: 'NUC',
  phone: 'téléphone',
  email: 'mail',
  organisation: 'payeur',
  birth: 'naissance',
  town: 'ville',
  receipt: 'reçu',
} as const

/** The state of a request, in a word. */
export const GROUP_WORDS: Readonly<Record<RequestGroup, string>> = {
  waiting: 'en attente',
  due: 'à régler',
  overdue: 'délai dépassé',
  confirmed: 'validée',
  refused: 'refusée',
  other: 'sans place',
}
