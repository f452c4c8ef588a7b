import type { RefusalCode } from '../../domain/decision.ts'
import { NBSP, plural } from '../format.ts'

/** Why a request cannot be pre-validated, in the three words that a column holds; the sentence stands in the file. */
export const WHY_NOT_WORDS: Partial<Readonly<Record<RefusalCode, string>>> = {
  'no-seat-left': 'complet',
  'no-offering': 'logiciel à choisir',
  'offering-closed': 'offre fermée',
  'accreditation-ended': 'habilitation finie',
  'sitting-past': 'date passée',
  'deadline-unreachable': 'centre fermé',
}

/** Demandes: the table, its filters, the bar of what is selected. */
export const REQUESTS = {
  title: 'Demandes',
  summary: (waiting: number, due: number, overdue: number, confirmed: number): string =>
    [
      `${waiting} en attente`,
      `${due} à régler`,
      overdue > 0 && `${overdue} ${plural(overdue, 'délai dépassé', 'délais dépassés')}`,
      `${confirmed} ${plural(confirmed, 'validée', 'validées')}`,
    ]
      .filter(Boolean)
      .join(' · '),
  narrowed: (count: number, whole: number): string => `${count} ${plural(count, 'demande', 'demandes')} sur ${whole}`,
  filters: 'Filtrer par état',
  filter: {
    waiting: 'En attente',
    due: 'À régler',
    overdue: 'Délai dépassé',
    confirmed: 'Validées',
    refused: 'Refusées',
    other: 'Autres',
    all: 'Toutes',
  },
  anyExam: 'toutes',
  anySoftware: 'tous',
  exam: 'Épreuve',
  software: 'Logiciel',
  table: 'Demandes d’inscription',
  columns: {
    candidate: 'Candidat',
    exams: 'Épreuves',
    possible: `Possible${NBSP}?`,
    receivedAt: 'Reçue',
    state: 'État',
    deadline: 'Échéance',
  },
  select: (name: string): string => `Sélectionner ${name}`,
  selectAll: 'Sélectionner toutes les demandes affichées',
  newCandidate: 'nouveau candidat',
  born: (sex: 'F' | 'M', name: string): string => `${sex === 'F' ? 'née' : 'né'} ${name}`,
  paidBy: (organisation: string): string => `organisme payeur${NBSP}: ${organisation}`,
  again: (earlier: number): string => `${earlier + 1}ᵉ demande`,
  toPlace: 'logiciel à choisir',
  noSoftware: 'sans logiciel',
  yes: 'Oui',
  no: (why: string): string => `Non${NBSP}: ${why}`,
  partly: (codes: string): string => `possible${NBSP}: ${codes}`,
  full: 'complet',
  closed: 'fermée',
  freeInstead: (software: string, free: number): string => `libre${NBSP}: ${software} (${free})`,
  freeOf: (code: string, free: number, seats: number): string => `${code} ${free}/${seats}`,
  seatHeld: (count: number): string => plural(count, 'place tenue', 'places tenues'),
  toTransmit: 'à transmettre',
  hqDecides: 'le siège tranche',
  provisional: 'provisoire',
  daysLeft: (days: number): string => (days === 0 ? 'aujourd’hui' : days === 1 ? 'demain' : `dans ${days}${NBSP}j`),
  toPay: 'À régler',
  paidToConfirm: 'Réglée, à valider',
  prevalidatedPaid: 'Pré-validée, réglée',
  rest: (amount: string): string => `reste ${amount}`,
  overdue: 'Délai dépassé',
  emptyTitle: {
    waiting: 'Aucune demande en attente',
    due: 'Aucun règlement attendu',
    overdue: 'Aucun délai dépassé',
    confirmed: 'Aucune inscription validée',
    refused: 'Aucune demande refusée',
    other: 'Aucune place rendue',
    all: 'Aucune demande',
  },
  emptyText: {
    waiting: 'Tout le monde a reçu une réponse. Les nouvelles demandes arriveront ici d’elles-mêmes.',
    due: 'Les inscriptions pré-validées, et celles validées avant d’être réglées, attendent ici leur règlement.',
    overdue: 'Tous les règlements attendus sont encore dans les temps.',
    confirmed: 'Une inscription est validée quand ses frais sont réglés.',
    refused: 'Les demandes refusées restent ici, avec leur motif.',
    other: 'Les inscriptions retirées ou reportées et les places libérées restent ici.',
    all: 'Les demandes déposées par les candidats pour cette session arriveront ici d’elles-mêmes.',
  },
  noMatch: (text: string): string => `Personne ne correspond à «${NBSP}${text}${NBSP}»`,
  noMatchText: 'Essayez trois lettres du nom, le NUC, l’organisme payeur ou la fin du numéro de téléphone.',
  noneWithFilters: 'Aucune demande avec ces filtres',
  clearFilters: 'Tout afficher',
  selection: 'Demandes sélectionnées',
  selected: (count: number): string => `${count} ${plural(count, 'sélectionnée', 'sélectionnées')}`,
  canBe: (possible: number, not: number, why: string | null): string =>
    [
      possible > 0 && not === 0 && (possible === 1 ? 'peut être pré-validée' : `toutes peuvent être pré-validées`),
      possible > 0 &&
        not > 0 &&
        `${possible} ${plural(possible, 'peut être pré-validée', 'peuvent être pré-validées')}`,
      not > 0 && `${possible > 0 ? `${not} non` : 'aucune ne peut être pré-validée'}${why ? ` (${why})` : ''}`,
    ]
      .filter(Boolean)
      .join(', '),
  notWaiting: 'déjà traitée',
  prevalidate: 'Pré-valider',
  prevalidateMany: (count: number): string => (count > 1 ? `Pré-valider les ${count}` : 'Pré-valider'),
  refuse: 'Refuser…',
  unselect: 'Ne plus rien sélectionner',
  nothingPossible: 'Aucune demande sélectionnée ne peut être pré-validée.',
  tooMany: (most: number): string => `${most} demandes au plus à la fois.`,
  nothingToRefuse: 'Aucune demande sélectionnée n’attend de réponse.',
  readerOnly: 'Votre rôle permet de consulter et d’imprimer, pas de décider.',
  prevalidated: (count: number): string => `${count} ${plural(count, 'demande pré-validée', 'demandes pré-validées')}`,
  refusedDone: (count: number): string => `${count} ${plural(count, 'demande refusée', 'demandes refusées')}`,
  /** Several may be waiting to be undone: whose it is must be said. */
  doneFor: (done: string, name: string): string => `${done}${NBSP}: ${name}`,
  notDone: (count: number, why: string): string => `${count} non${NBSP}: ${why}`,
  undo: 'Annuler',
  undone: 'Annulé, rien n’a été transmis.',
  notUndone: `Trop tard pour annuler${NBSP}: c’est parti au siège, ou une autre action en dépend.`,
  refuseTitle: (count: number): string => plural(count, 'Refuser la demande', `Refuser ${count} demandes`),
  refuseConcerns: (count: number): string => plural(count, 'Candidat concerné', 'Candidats concernés'),
  refuseReasonFirst: 'Choisissez d’abord le motif.',
  refuseReason: 'Motif',
  refuseText: 'Précision pour le candidat',
  refuseTextHint: 'Le candidat lira ces mots tels quels.',
  refuseTextRequired: `Écrivez le motif${NBSP}: le candidat le lira.`,
  refuseConsequence: (count: number): string =>
    `${plural(count, 'Le candidat recevra', 'Les candidats recevront')} un message du siège avec ce motif et ${plural(count, 'pourra', 'pourront')} demander un autre centre.`,
  /** @param amount what was received for what is refused */
  refuseMoney: (amount: string): string =>
    `${amount} déjà reçus${NBSP}: un refus ne les rend pas, ils restent en trop-perçu, à rendre ou à utiliser. Un reçu déjà remis reste valable.`,
  refuseNow: 'Refuser',
} as const
