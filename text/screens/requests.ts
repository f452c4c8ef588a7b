import type { RefusalCode } from '../../domain/decision.ts'
import { formatCount, NBSP, plural } from '../format.ts'

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
      // Requests: « Session » counts registrations, of which one request may hold several.
      `${waiting} ${plural(waiting, 'demande', 'demandes')} en attente`,
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
  deadline: 'Échéance',
  payer: 'Payeur',
  anyDeadline: 'toutes',
  anyPayer: 'tous',
  deadlines: {
    over: 'dépassée',
    today: 'aujourd’hui',
    tomorrow: 'demain',
    week: 'sous 7 jours',
  },
  candidatePays: 'le candidat',
  several: 'Plusieurs épreuves',
  severalEnd: 'Montrer aussi qui n’en demande qu’une',
  addFilter: 'Filtre',
  addFilterLabel: 'Ajouter un filtre',
  removeFilter: (filter: string): string => `Retirer le filtre ${filter}`,
  clearNarrowing: 'Tout effacer',
  find: 'Filtrer la liste',
  findHint: 'Filtrer…',
  findClear: 'Effacer le texte du filtre',
  textCut: (most: number): string => `Texte trop long${NBSP}: seuls ses ${most} premiers caractères sont cherchés.`,
  table: 'Demandes d’inscription',
  columns: {
    candidate: 'Candidat',
    exams: 'Épreuves',
    possible: `Possible${NBSP}?`,
    receivedAt: 'Reçue',
    state: 'État',
    deadline: 'Échéance',
    due: 'Reste dû',
    paid: 'Réglé',
    payer: 'Payeur',
    nuc: 'NUC',
    bornOn: 'Naissance',
    phone: 'Téléphone',
    email: 'Adresse mail',
    town: 'Ville',
    checked: 'Données vérifiées',
  },
  columnsButton: 'Colonnes',
  columnsTitle: 'Colonnes de la liste',
  columnsHint: `Le candidat reste toujours en premier. Déplacez une colonne avec les flèches, ou Alt + ↑ et ↓.`,
  columnEarlier: (column: string): string => `Déplacer ${column} vers la gauche`,
  columnLater: (column: string): string => `Déplacer ${column} vers la droite`,
  columnMoved: (column: string, place: number, count: number): string => `${column}${NBSP}: ${place}ᵉ sur ${count}`,
  columnsReset: 'Remettre comme au début',
  checkedOn: (day: string): string => `oui, ${day}`,
  notChecked: 'pas encore',
  selfPaid: 'le candidat',
  sortHint: `Trier (Maj${NBSP}: ajouter au tri)`,
  /** Read out after the head of a column: the rank when there are several, and which way. */
  sortedBy: (rank: number | null, desc: boolean): string =>
    `${rank === null ? 'tri' : `tri ${rank}`} ${desc ? 'décroissant' : 'croissant'}`,
  /** @param criteria columns with their way, the first one first */
  sorted: (criteria: readonly { column: string; desc: boolean }[]): string =>
    `Trié par ${criteria.map(({ column, desc }) => `${column.replace(/[\s\u00a0]*\?$/, '')} ${desc ? 'décroissant' : 'croissant'}`).join(', puis ')}`,
  changedNow: 'modifiée à l’instant',
  changedSaid: (names: readonly string[]): string =>
    names.length > 3
      ? `${names.length} demandes modifiées à l’instant.`
      : `Modifiée à l’instant${NBSP}: ${names.join(', ')}.`,
  /** Beside « Annuler ». */
  undoFor: (seconds: number): string => `dans les ${seconds}${NBSP}s`,
  seeMail: 'Voir le mail',
  reminderMail: 'Le mail de rappel',
  reminderByHq: 'Le siège envoie ce mail dix secondes après « Relancer », avec les liens personnels du candidat.',
  select: (name: string): string => `Sélectionner ${name}`,
  selectAll: 'Sélectionner toutes les demandes affichées',
  newCandidate: 'nouveau candidat',
  born: (sex: 'F' | 'M', name: string): string => `${sex === 'F' ? 'née' : 'né'} ${name}`,
  paidBy: (organisation: string): string => `organisme payeur${NBSP}: ${organisation}`,
  again: (earlier: number): string => `${earlier + 1}ᵉ demande`,
  toPlace: 'logiciel à choisir',
  noSoftware: 'sans logiciel',
  yes: 'Oui',
  /** More people want these seats than there are: they go in the order received. */
  itsTurn: 'Oui, c’est son tour',
  notItsTurn: 'Pas encore son tour',
  /** « 6 demandes, 1 place », « ASCA-E2 : 6 pour 1 » */
  wantedBy: (exam: string | null, waiting: number, free: number): string =>
    exam
      ? `${exam}${NBSP}: ${waiting} pour ${free}`
      : `${waiting} demandes, ${free} ${plural(free, 'place', 'places')}`,
  wantedSaid: (
    exam: string | null,
    { waiting, free, isTurn }: { waiting: number; free: number; isTurn: boolean },
  ): string =>
    `${waiting} demandes pour ${free} ${plural(free, 'place', 'places')}${exam ? ` en ${exam}` : ''}, ${
      isTurn
        ? plural(free, 'celle-ci est la première reçue', `celle-ci est parmi les ${free} premières reçues`)
        : 'd’autres ont été reçues avant celle-ci'
    }`,
  no: (why: string): string => `Non${NBSP}: ${why}`,
  partly: (codes: string): string => `possible${NBSP}: ${codes}`,
  full: 'complet',
  closed: 'fermée',
  freeInstead: (software: string, free: number): string => `libre${NBSP}: ${software} (${free})`,
  freeOf: (code: string, free: number): string => `${code}${NBSP}: ${free} ${plural(free, 'libre', 'libres')}`,
  /** « Oui : 4 places sur 12 en ASCA-E1 (CIEL COMPTABILITE), 2 sur 8 en ASCA-E2 (EXCEL) » */
  yesWith: (parts: readonly string[]): string => `Oui${NBSP}: ${parts.join(', ')}`,
  seatsOfExam: (free: number, seats: number, exam: string, software: string, first: boolean): string =>
    `${first ? `${free} ${plural(free, 'place', 'places')}` : free} sur ${seats} en ${exam}${software ? ` (${software})` : ''}`,
  noWith: (why: string, others: readonly string[]): string => `Non${NBSP}: ${[why, ...others].join(`${NBSP}; `)}`,
  freeWith: (software: string, free: number): string => `libre avec ${software} (${free})`,
  /** Of somebody who cannot have all that they ask for. */
  partlyAlone: (codes: string): string => `Possible pour ${codes} seulement, depuis son dossier.`,
  partlySaid: (codes: string): string => `possible pour ${codes}`,
  estimateSaid: 'estimation, le siège n’a pas encore tout confirmé',
  seatHeld: (count: number): string => plural(count, 'place tenue', 'places tenues'),
  toTransmit: 'à transmettre',
  hqDecides: 'le siège tranche',
  provisional: 'provisoire',
  chequeBounced: 'chèque impayé',
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
  selectedMost: (most: number, whole: number): string =>
    `Les ${formatCount(most)} premières sont sélectionnées, sur ${formatCount(whole)}${NBSP}: un clic n’en traite pas plus.`,
  notSelected: `La sélection n’a pas pu être faite. Recommencez.`,
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
  /** « 4 à encaisser, 1 non (déjà réglée) » */
  toCollect: (payable: number, not: number, why: string | null): string =>
    not === 0
      ? plural(payable, 'à encaisser', 'toutes à encaisser')
      : `${payable} à encaisser, ${not} non${why ? ` (${why})` : ''}`,
  notCollectable: {
    'hq-decides': 'le siège tranche',
    unanswered: 'pas encore de réponse',
    paid: 'déjà réglée',
    refused: 'refusée',
    'seat-given-back': 'place rendue',
  },
  collectMany: (count: number): string => (count > 1 ? `Encaisser les ${count}…` : 'Encaisser…'),
  nothingToCollectAmong: 'Aucune demande sélectionnée n’est à encaisser.',
  whichToCollect: (count: number): string => `${count} à encaisser`,
  whichNotToCollect: (count: number): string => `${count} non`,
  which: 'Voir lesquelles',
  whichTitle: (count: number): string => `${count} ${plural(count, 'demande sélectionnée', 'demandes sélectionnées')}`,
  whichOrder: 'Dans l’ordre où les demandes ont été reçues, comme les places leur reviennent.',
  whichCan: (count: number): string => plural(count, '1 peut être pré-validée', `${count} peuvent être pré-validées`),
  whichCannot: (count: number): string => plural(count, '1 ne peut pas l’être', `${count} ne peuvent pas l’être`),
  whichClose: 'Fermer',
  judging: 'Lecture des demandes…',
  prevalidate: 'Pré-valider',
  /** @param exam the only one that is meant; null: all that waits */
  prevalidateMany: (count: number, exam: string | null = null): string =>
    [count > 1 ? `Pré-valider les ${count}` : 'Pré-valider', exam && `pour ${exam}`].filter(Boolean).join(' '),
  onlyExam: (exam: string): string => `${exam} seulement`,
  refuse: 'Refuser…',
  remind: 'Relancer',
  remindMany: (count: number): string => (count > 1 ? `Relancer les ${count}` : 'Relancer'),
  nothingToRemind: 'Aucune demande sélectionnée n’attend de règlement.',
  remindedMany: (count: number): string => `${count} ${plural(count, 'relance part', 'relances partent')} par mail`,
  nothingToCollect: 'Rien à encaisser pour cette demande.',
  noRow: 'Choisissez d’abord une demande.',
  keysGroup: 'Demandes',
  keys: {
    next: 'Demande suivante',
    previous: 'Demande précédente',
    open: 'Ouvrir à côté de la liste',
    page: 'Ouvrir le dossier du candidat',
    close: 'Fermer le dossier',
    select: 'Sélectionner ou non',
    range: 'Étendre la sélection',
    all: 'Tout sélectionner',
    prevalidate: 'Pré-valider',
    refuse: 'Refuser…',
    remind: 'Relancer par mail',
    collect: 'Encaisser…',
    filter: 'Filtrer la liste',
    columns: 'Choisir les colonnes',
    sort: 'Ajouter une colonne au tri (sur son titre)',
    ends: 'Première, dernière demande',
  },
  unselect: 'Ne plus rien sélectionner',
  nothingPossible: 'Aucune demande sélectionnée ne peut être pré-validée.',
  tooMany: (most: number): string => `${most} demandes au plus à la fois.`,
  nothingToRefuse: 'Aucune demande sélectionnée n’attend de réponse.',
  nothingToRefuseHere: 'Cette demande n’attend pas de réponse.',
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
