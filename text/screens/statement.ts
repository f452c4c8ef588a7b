import type { StatementView } from '../../contract/choices.ts'
import type { LineState, StatementOpened, StatementProposal } from '../../contract/desk-statement.ts'
import type { ProposalReason } from '../../domain/statement-proposals.ts'
import { formatCount, NBSP, plural } from '../format.ts'

/** Why a line may be from somebody, in the order in which it is said. */
const REASONS: Readonly<Record<ProposalReason, string>> = {
  nuc: 'NUC',
  'nuc-near': 'NUC à un chiffre près',
  'birth-name': 'nom de naissance',
  'usage-name': 'nom d’usage',
  'first-name': 'prénom',
  organisation: 'nom de l’organisme',
  reference: 'référence',
  'all-due': 'montant de ce qui est dû',
  'one-due': 'montant d’une épreuve',
  'same-amount': 'même montant',
  'same-day': 'même jour',
  'near-day': 'à quelques jours près',
  cheques: 'remise de chèques',
}

const OPEN_REFUSALS: Readonly<Record<Extract<StatementOpened, { ok: false }>['code'], string>> = {
  cancelled: '',
  'not-read': 'Ce fichier n’a pas pu être lu. Vérifiez qu’il est toujours à sa place, puis recommencez.',
  'too-big': `Ce fichier dépasse 20${NBSP}Mo${NBSP}: demandez à la banque une période plus courte.`,
  'too-many-lines': `Ce relevé dépasse 50${NBSP}000 lignes${NBSP}: demandez à la banque une période plus courte.`,
  'no-table': `Ce fichier ne contient pas de tableau${NBSP}: demandez à la banque un export CSV.`,
}

const VIEWS: Readonly<Record<StatementView, string>> = {
  open: 'À traiter',
  proposed: 'Proposées',
  choose: 'À vérifier',
  none: 'Sans correspondance',
  done: 'Traitées',
  unreadable: 'Illisibles',
}

const STATES: Readonly<Record<LineState, string>> = {
  proposed: 'Proposé',
  choose: 'À vérifier',
  none: 'Sans correspondance',
  matched: 'Rapproché',
  before: 'Déjà traité',
}

/** The bank statement: its file, its columns, its lines. */
export const STATEMENT = {
  open: 'Relevé de banque…',
  title: 'Relevé de banque',
  back: 'Revenir aux règlements',
  choose: 'Choisir le fichier…',
  another: 'Ouvrir un autre relevé…',
  columnsAgain: 'Colonnes…',
  reading: 'Lecture du relevé…',
  noneTitle: 'Aucun relevé n’est ouvert',
  noneText: `Téléchargez le relevé de la banque au format CSV, puis choisissez-le ici. Pupitre propose de qui vient chaque versement${NBSP}; rien n’est enregistré sans un clic.`,
  sayOpen: (code: Extract<StatementOpened, { ok: false }>['code']): string => OPEN_REFUSALS[code],
  columnsTitle: `Quelles colonnes lire${NBSP}?`,
  columnsText: 'Demandé une seule fois pour les relevés de cette banque, et retenu sur ce poste.',
  columnsKnown: 'Pupitre a reconnu ces colonnes. Vérifiez-les sur les premières lignes.',
  columnsUnknown: 'Pupitre n’a pas reconnu les colonnes de cette banque. Choisissez-les.',
  date: 'Date',
  label: 'Libellé',
  more: 'Suite du libellé',
  amount: 'Crédit, ou montant avec son signe',
  sense: 'Sens (C ou D)',
  noColumn: 'aucune',
  column: (place: number): string => `Colonne ${place + 1}`,
  toChoose: 'à choisir',
  samples: 'Premières lignes du fichier',
  readNow: 'Lire le relevé',
  columnsMissing: 'Choisissez la date, le libellé et le montant.',
  columnsTwice: 'Une même colonne est choisie deux fois.',
  filters: 'Lignes montrées',
  view: (view: StatementView): string => VIEWS[view],
  state: (state: LineState): string => STATES[state],
  table: 'Versements du relevé',
  columns: {
    bookedOn: 'Jour',
    label: 'Libellé de la banque',
    amount: 'Montant',
    from: 'De qui',
    state: 'État',
    actions: 'Actions',
    ticked: 'Cochée',
  },
  unreadableTable: 'Lignes qui n’ont pas pu être lues',
  unreadableColumns: { line: 'Ligne', why: 'Pourquoi', text: 'Ce qu’elle contient' },
  why: (why: 'amount' | 'date'): string => (why === 'amount' ? 'Montant illisible' : 'Date illisible'),
  whyMore: (why: 'amount' | 'date'): string =>
    why === 'amount' ? 'aucun montant, ou trop de décimales' : 'aucune date, ou un jour qui n’existe pas',
  emptyTitle: (view: StatementView): string =>
    view === 'open' ? 'Tout est traité' : view === 'done' ? 'Rien n’est encore rapproché' : 'Aucune ligne',
  emptyText: (view: StatementView): string =>
    view === 'open'
      ? 'Chaque versement de ce relevé a trouvé son règlement.'
      : 'Aucune ligne de ce relevé n’est dans cet état.',
  summary: (count: number, amount: string): string =>
    `${formatCount(count)} ${plural(count, 'versement à traiter', 'versements à traiter')} · ${amount}`,
  line: (number: number): string => `ligne ${formatCount(number)}`,
  reasons: (reasons: readonly ProposalReason[]): string => reasons.map((reason) => REASONS[reason]).join(', '),
  exams: (count: number): string => `${formatCount(count)} ${plural(count, 'épreuve', 'épreuves')}`,
  remains: (amount: string): string => `il restera ${amount} à régler`,
  surplus: (amount: string): string => `${amount} en trop, gardés au nom du payeur`,
  recorded: (method: string, day: string): string => `Déjà enregistré${NBSP}: ${method.toLowerCase()} du ${day}`,
  deposit: (count: number, day: string): string =>
    `Remise de ${formatCount(count)} ${plural(count, 'chèque', 'chèques')} du ${day}`,
  possible: (count: number): string => `${count} réponses possibles`,
  bornAs: (name: string): string => `nom de naissance${NBSP}: ${name}`,
  nobody: 'Aucun payeur reconnu',
  matchedWith: (who: string, when: string): string => `par ${who}, ${when}`,
  matchedDeposit: 'Remise de chèques',
  accept: 'Rapprocher',
  acceptOf: (amount: string, who: string): string => `Rapprocher ${amount} de ${who}`,
  pick: 'Choisir…',
  pickOf: (amount: string, label: string): string => `Choisir de qui vient ${amount}, ${label}`,
  pickTitle: `De qui vient ce versement${NBSP}?`,
  pickProposed: 'Proposés',
  pickFound: 'Trouvés',
  search: 'Chercher un payeur',
  searchHint: 'Nom, prénom ou NUC',
  searchNone: `Personne de ce nom n’a de règlement en attente. Un règlement déjà complet se voit dans le dossier du candidat.`,
  close: 'Revenir',
  pages: 'Pages du relevé',
  page: (from: number, to: number, of: number): string =>
    `${formatCount(from)} à ${formatCount(to)} sur ${formatCount(of)}`,
  previous: 'Lignes précédentes',
  next: 'Lignes suivantes',
  done: (amount: string, who: string, receipt: boolean): string =>
    `${amount} de ${who}${NBSP}: règlement enregistré${receipt ? ', reçu émis' : ''}`,
  ticked: (amount: string, who: string): string => `${amount} de ${who}${NBSP}: rapproché`,
  tickOf: (amount: string, who: string): string => `Cocher ${amount} de ${who}`,
  tickAll: 'Cocher toutes les lignes proposées',
  acceptMany: (count: number): string => `Rapprocher les ${formatCount(count)} lignes cochées`,
  acceptOneTicked: 'Rapprocher la ligne cochée',
  tooMany: (most: number): string => `${formatCount(most)} lignes au plus à la fois${NBSP}: décochez-en.`,
  /** @param why why the first of those that were not, or not whole, was not */
  doneMany: (count: number, not: number, why: string | null): string =>
    [
      `${formatCount(count)} ${plural(count, 'ligne rapprochée', 'lignes rapprochées')}`,
      not > 0 ? `${formatCount(not)} ${plural(not, 'ne l’est pas', 'ne le sont pas')}` : null,
      why,
    ]
      .filter((part) => part !== null)
      .join('. '),
  partly: (why: string): string => `Le règlement est enregistré, mais pas tout le reste${NBSP}: ${why}`,
} as const

/** Who a proposal says that a line is from. */
export function whoOf(proposal: StatementProposal): string {
  return proposal.kind === 'deposit' ? STATEMENT.matchedDeposit : proposal.payerName
}
