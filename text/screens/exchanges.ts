import type { ArrivalRow, ExchangeRow } from '../../contract/desk.ts'
import { isCommandName } from '../../domain/commands.ts'
import { type EntityName, isEntityName } from '../../domain/entities.ts'
import { formatCount, NBSP, plural } from '../format.ts'
import { COMMAND_TITLES } from '../fr.ts'
import { type ReasonNames, sayReviewReason } from './review.ts'

export type ExchangeState = ExchangeRow['state']

/** Échanges: the register of departures and arrivals. */
export const EXCHANGES = {
  title: 'Échanges',
  tabs: 'Départs ou arrivées',
  departures: 'Départs',
  arrivals: 'Arrivées',
  summary: 'Tout ce qui est parti de ce poste, tout ce qui y est arrivé. Rien ne s’en efface.',
  filters: 'Filtrer par état',
  all: 'Toutes',
  filter: {
    waiting: 'À transmettre',
    sending: 'Transmises',
    applied: 'Acceptées',
    refused: 'Refusées',
    cancelled: 'Annulées',
    quarantined: 'Mises de côté',
  } satisfies Readonly<Record<ExchangeState, string>>,
  state: {
    waiting: 'à transmettre',
    sending: 'transmise',
    applied: 'acceptée',
    refused: 'refusée',
    cancelled: 'annulée avant envoi',
    quarantined: 'mise de côté',
  } satisfies Readonly<Record<ExchangeState, string>>,
  search: 'Chercher dans les départs',
  searchHint: 'Nom, épreuve, reçu…',
  clearSearch: 'Effacer',
  departuresTable: 'Actions faites sur ce poste, la dernière d’abord',
  columns: { state: 'État', what: 'Action', here: 'Faite ici', atHq: 'Au siège', who: 'Par' },
  sentAt: (when: string): string => `partie ${when}`,
  inFile: (when: string): string => `dans un fichier de secours ${when}`,
  notSent: 'pas encore partie',
  neverSent: 'jamais partie',
  sentNotJudged: 'réponse attendue',
  more: 'La suite arrive…',
  departuresEmpty: 'Rien n’a encore été fait sur ce poste',
  departuresEmptyText:
    'Chaque action faite ici y laissera une ligne, avec son état et sa cause. Aucune ligne n’en disparaît.',
  noneWith: 'Aucune action ne correspond',
  noneWithText: 'Essayez un autre état, ou trois lettres d’un nom, une épreuve, un numéro de reçu.',
  showAll: 'Tout afficher',
  arrivalsTable: 'Ce qui est arrivé du siège, le dernier d’abord',
  arrivalColumns: { at: 'Arrivé', source: 'Par', counts: 'Quoi' },
  source: {
    network: 'réseau',
    file: 'fichier de secours',
    repair: 'réparation',
    'first-sync': 'premier échange',
  } satisfies Readonly<Record<ArrivalRow['source'], string>>,
  arrivalsEmpty: 'Rien n’est encore arrivé',
  arrivalsEmptyText: 'Les demandes et les réponses du siège laisseront ici une ligne à chaque arrivée.',
} as const

/** What was done, as the head of a line; an action of a later version is still one. */
export function sayExchange(name: string): string {
  return isCommandName(name) ? COMMAND_TITLES[name] : 'Une action'
}

/** Why a line is in the state where it is, in a sentence; null when the state says it all. */
export function sayCause(
  { state, code, detail, doubtful }: Pick<ExchangeRow, 'state' | 'code' | 'detail' | 'doubtful'>,
  names: ReasonNames,
): string | null {
  if (state === 'quarantined')
    return `Le siège n’a pas pu la lire${NBSP}: elle est gardée ici et n’a pas d’effet ailleurs. Appelez le siège.`
  if (state === 'cancelled') return 'Reprise avant de partir, elle n’a eu aucun effet.'
  if (state === 'refused') return sayReviewReason({ code: code ?? '', detail }, names)
  // A fact stands whatever HQ thinks of it: what no longer fits is told, and asked about in À revoir.
  if (state === 'applied') return code === null ? null : `À revoir${NBSP}: ${sayReviewReason({ code, detail }, names)}`
  return doubtful ? `La situation a changé depuis${NBSP}: le siège tranche.` : null
}

type Words = readonly [one: string, many: string]
const NOUNS: Readonly<Record<EntityName, Words>> = {
  request: ['demande', 'demandes'],
  entry: ['inscription', 'inscriptions'],
  candidate: ['candidat', 'candidats'],
  payment: ['règlement', 'règlements'],
  paymentVoid: ['règlement annulé', 'règlements annulés'],
  receipt: ['reçu', 'reçus'],
  creditNote: ['avoir', 'avoirs'],
  outcome: ['réponse à une action', 'réponses à des actions'],
  reviewItem: ['point à revoir', 'points à revoir'],
  reviewSettlement: ['point classé', 'points classés'],
  offering: ['offre', 'offres'],
  sitting: ['date d’examen', 'dates d’examen'],
  organisation: ['organisme', 'organismes'],
  operator: ['personne du centre', 'personnes du centre'],
  device: ['poste', 'postes'],
  centreSettings: ['réglage du centre', 'réglages du centre'],
  centre: ['centre', 'centres'],
  examSession: ['session', 'sessions'],
  exam: ['épreuve', 'épreuves'],
  software: ['logiciel', 'logiciels'],
}
const ORDER = Object.keys(NOUNS)

/** « 3 demandes, 2 inscriptions, 1 retirée ». */
export function sayArrival(counts: ArrivalRow['counts']): string {
  const known = Object.entries(counts)
    .flatMap(([kind, count]) => (isEntityName(kind) && count > 0 ? [{ kind, count }] : []))
    .toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))
  const others = Object.entries(counts)
    .filter(([kind]) => !isEntityName(kind) && kind !== 'removed')
    .reduce((sum, [, count]) => sum + count, 0)
  const removed = counts.removed ?? 0
  const words = [
    ...known.map(({ kind, count }) => `${formatCount(count)}${NBSP}${plural(count, ...NOUNS[kind])}`),
    others > 0 && `${formatCount(others)}${NBSP}${plural(others, 'autre ligne', 'autres lignes')}`,
    removed > 0 && `${formatCount(removed)}${NBSP}${plural(removed, 'ligne retirée', 'lignes retirées')}`,
  ].filter(Boolean)
  return words.join(', ') || 'rien de nouveau'
}
