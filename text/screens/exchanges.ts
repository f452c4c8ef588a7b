import type { ArrivalEventRow, ArrivalRow, ExchangeRow } from '../../contract/desk.ts'
import { ARRIVAL_KINDS, type ArrivalKind } from '../../contract/states.ts'
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
    applied: 'Enregistrées au siège',
    refused: 'Non acceptées',
    cancelled: 'Annulées',
    quarantined: 'Mises de côté',
  } satisfies Readonly<Record<ExchangeState, string>>,
  /** Of the action itself, never of what it decided: a refusal that HQ keeps is not « acceptée ». */
  state: {
    waiting: 'à transmettre',
    sending: 'transmise',
    applied: 'enregistrée au siège',
    refused: 'non acceptée',
    cancelled: 'annulée avant envoi',
    quarantined: 'mise de côté',
  } satisfies Readonly<Record<ExchangeState, string>>,
  search: 'Chercher dans les départs',
  searchHint: 'Nom, épreuve, reçu…',
  clearSearch: 'Effacer',
  departuresTable: 'Actions faites sur ce poste, la dernière d’abord',
  columns: { state: 'État', what: 'Action', here: 'Faite ici', atHq: 'Au siège', who: 'Par' },
  sentAt: (when: string): string => `partie ${when}`,
  /** It left while exchanges fail: as far as anybody knows HQ has nothing of it. */
  triedAt: (when: string): string => `essayée ${when}, sans réponse`,
  inFile: (number: number, when: string): string => `dans le fichier de secours n°${NBSP}${number}, ${when}`,
  notSent: 'pas encore partie',
  by: (operatorName: string): string => `par ${operatorName}`,
  creditNote: (number: string): string => `avoir ${number}`,
  seats: (count: number): string => `${formatCount(count)}${NBSP}${plural(count, 'place', 'places')}`,
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
  arrivalColumns: { at: 'Arrivé', what: 'Quoi', from: 'De qui', source: 'Par' },
  source: {
    network: 'réseau',
    file: 'fichier de secours',
    repair: 'réparation',
    'first-sync': 'première réception',
  } satisfies Readonly<Record<ArrivalRow['source'], string>>,
  arrivalFilters: 'Filtrer par auteur',
  arrivalFilter: {
    all: 'Tout',
    others: 'Des autres postes',
    people: 'Des candidats et du siège',
    here: 'Réponses à ce poste',
  },
  from: {
    here: (name: string): string => `${name}, sur ce poste`,
    hereUnnamed: 'ce poste',
    otherUnnamed: 'un autre poste',
    candidate: 'la personne candidate',
    hq: 'le siège',
  },
  kept: 'enregistré au siège',
  notKept: 'le siège ne l’a pas accepté',
  openCandidate: (name: string): string => `Ouvrir le dossier de ${name}`,
  arrivalsNone: 'Rien de tel parmi ce qui est arrivé',
  arrivalsEmpty: 'Rien n’est encore arrivé',
  arrivalsEmptyText: 'Les demandes et les réponses du siège laisseront ici une ligne à chaque arrivée.',
} as const

/** What was done, as the head of a line; an action of a later version is still one. */
export function sayExchange(name: string): string {
  return isCommandName(name) ? COMMAND_TITLES[name] : 'Une action'
}

const MOST_NAMED = 3

/** What an arrival tells when no command of a PC of the centre did it. */
const ARRIVAL_TITLES: Readonly<Record<Exclude<ArrivalKind, 'other'>, string>> = {
  'request.received': 'Nouvelle demande',
  'request.modified': 'Demande modifiée',
  'data.checked': 'Données vérifiées',
  'entry.withdrawn': 'Épreuve retirée',
  'candidate.changed': 'Fiche mise à jour',
  'review.asked': 'Point à revoir',
}

/** Of the kinds above, those that a candidate did. */
const BY_CANDIDATE = new Set(['request.received', 'request.modified', 'data.checked', 'entry.withdrawn'])

/** « Pré-validation », « Nouvelle demande »; null where only counts can be told. */
export function sayArrivalTitle(kind: string): string | null {
  if (isCommandName(kind)) return COMMAND_TITLES[kind]
  const known = ARRIVAL_KINDS.find((one) => one === kind)
  if (known === 'other') return null
  return known ? ARRIVAL_TITLES[known] : 'Une action'
}

/** Who did what came: a person of the centre, the candidate, HQ. */
export function sayFrom({ kind, by }: Pick<ArrivalEventRow, 'kind' | 'by'>): string {
  const { from } = EXCHANGES
  if (!by) return BY_CANDIDATE.has(kind) ? from.candidate : from.hq
  if (by.here) return by.name === null ? from.hereUnnamed : from.here(by.name)
  return by.name ?? from.otherUnnamed
}

/** Whom a line is about: the organisation that paid, then the candidates, the first of them when they are many. */
export function sayWhom({ payerName, candidateNames }: Pick<ExchangeRow, 'payerName' | 'candidateNames'>): string {
  const named = candidateNames.length > MOST_NAMED + 1 ? candidateNames.slice(0, MOST_NAMED) : candidateNames
  const others = candidateNames.length - named.length
  const names = [...named, ...(others > 0 ? [sayOthers(others)] : [])].join(', ')
  if (payerName === null) return names
  return names === '' ? payerName : `${payerName}${NBSP}: ${names}`
}

/** How many more a line is about than it names; never one alone. */
export function sayOthers(count: number): string {
  return `${formatCount(count)} autres`
}

/** What a line is about besides people: seats, then the number to look for, then the credit note. */
export function sayWhat({
  seats,
  reference,
  creditNote,
}: Pick<ExchangeRow, 'seats' | 'reference' | 'creditNote'>): string {
  return [
    seats === null ? null : EXCHANGES.seats(seats),
    reference,
    creditNote === null ? null : EXCHANGES.creditNote(creditNote),
  ]
    .filter((one) => one !== null)
    .join(', ')
}

/** How far on its way a line is that HQ has not judged, or when it was last seen before it was given up. */
export function sayUnderWay(
  { state, sentAt, file }: Pick<ExchangeRow, 'state' | 'sentAt' | 'file'>,
  when: (instant: string) => string,
): string {
  if (file) return EXCHANGES.inFile(file.number, when(file.writtenAt))
  if (!sentAt) return state === 'waiting' ? EXCHANGES.notSent : EXCHANGES.neverSent
  if (state === 'waiting') return EXCHANGES.triedAt(when(sentAt))
  return state === 'sending'
    ? `${EXCHANGES.sentAt(when(sentAt))}, ${EXCHANGES.sentNotJudged}`
    : EXCHANGES.sentAt(when(sentAt))
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
  dataCheck: ['vérification demandée', 'vérifications demandées'],
  callNote: ['note d’appel', 'notes d’appel'],
  reminder: ['relance', 'relances'],
  payment: ['règlement', 'règlements'],
  paymentVoid: ['règlement annulé', 'règlements annulés'],
  receipt: ['reçu', 'reçus'],
  creditNote: ['avoir', 'avoirs'],
  creditUse: ['trop-perçu utilisé', 'trop-perçus utilisés'],
  creditReturn: ['trop-perçu rendu', 'trop-perçus rendus'],
  chequeDeposit: ['remise de chèques', 'remises de chèques'],
  chequeEnd: ['réponse de la banque', 'réponses de la banque'],
  depositVoid: ['remise annulée', 'remises annulées'],
  chequeEndVoid: ['réponse de la banque reprise', 'réponses de la banque reprises'],
  statementMatch: ['ligne de relevé rapprochée', 'lignes de relevé rapprochées'],
  attendanceMark: ['présence notée', 'présences notées'],
  issuedPaper: ['document émis', 'documents émis'],
  outcome: ['réponse à une action', 'réponses à des actions'],
  reviewItem: ['point à revoir', 'points à revoir'],
  reviewSettlement: ['point classé', 'points classés'],
  offering: ['offre', 'offres'],
  sitting: ['date d’examen', 'dates d’examen'],
  organisation: ['organisme', 'organismes'],
  operator: ['personne du centre', 'personnes du centre'],
  device: ['poste', 'postes'],
  centreSettings: ['réglage du centre', 'réglages du centre'],
  centreLogo: ['logo du centre', 'logos du centre'],
  centre: ['centre', 'centres'],
  examSession: ['session', 'sessions'],
  exam: ['épreuve', 'épreuves'],
  software: ['logiciel', 'logiciels'],
}
const ORDER = Object.keys(NOUNS)

/** « 3 demandes, 2 inscriptions, 1 élément retiré ». */
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
    others > 0 && `${formatCount(others)}${NBSP}${plural(others, 'autre élément', 'autres éléments')}`,
    removed > 0 && `${formatCount(removed)}${NBSP}${plural(removed, 'élément retiré', 'éléments retirés')}`,
  ].filter(Boolean)
  return words.join(', ') || 'rien de nouveau'
}
