import { formatCount, NBSP, plural } from '../format.ts'

const ofSeveral = (count: number) => (count > 1 ? `, de ${formatCount(count)} règlements` : '')

/** Règlements, « Trop-perçus »: what is left of payments, to use or to give back. */
export const CREDITS = {
  table: 'Trop-perçus de la session',
  columns: {
    payer: 'Payeur',
    from: 'D’où il vient',
    left: 'Il reste',
    actions: 'Actions',
  },
  sum: (count: number, total: string): string =>
    `${formatCount(count)}${NBSP}${plural(count, 'trop-perçu', 'trop-perçus')}${NBSP}: ${total}`,
  received: (amount: string, method: string, day: string): string => `${amount} reçus le ${day}, ${method}`,
  receipt: (number: string): string => `reçu ${number}`,
  noReceipt: 'sans reçu',
  endedFor: (exam: string, name: string): string => `${exam}, ${name}${NBSP}: n’est plus à payer`,
  over: (amount: string): string => `${amount} rendus de trop`,
  overHint: `Rendu sur deux postes qui ne se sont pas entendus, ou règlement annulé depuis${NBSP}: voyez avec le payeur.`,
  returned: (amount: string, method: string, day: string, who: string): string =>
    `${amount} rendus le ${day}, ${method}, par ${who}`,
  returnedTitle: 'Rendus',
  returnedTable: 'Trop-perçus rendus',
  returnedColumns: { day: 'Rendu le', payer: 'Payeur', means: 'Moyen', by: 'Par', amount: 'Montant' },
  emptyTitle: 'Aucun trop-perçu',
  emptyText: 'Ce qui est payé en trop, ou pour une épreuve qui n’est plus à payer, attend ici.',
  pick: 'Choisir',
  pickOne: (payer: string, amount: string): string => `Choisir les ${amount} de trop-perçu de ${payer}`,
  pickHint: 'Cochez plusieurs trop-perçus d’un même payeur pour les utiliser ou les rendre ensemble.',
  picked: (count: number, amount: string, payer: string): string =>
    `${formatCount(count)} ${plural(count, 'choisi', 'choisis')}${NBSP}: ${amount} au nom de ${payer}`,
  severalPayers: (payers: readonly string[]): string =>
    `Un clic est pour un seul payeur${NBSP}; vous en avez choisi ${payers.length}${NBSP}: ${payers.join(', ')}.`,
  tooMany: (most: number): string => `${formatCount(most)} trop-perçus au plus à la fois.`,
  spend: 'Utiliser…',
  spendOf: (payer: string, amount: string): string => `Utiliser les ${amount} de trop-perçu de ${payer}`,
  spendTitle: 'Utiliser un trop-perçu',
  /** @param count how many payments it comes from */
  spendText: (amount: string, payer: string, count: number): string =>
    `Il reste ${amount} au nom de ${payer}${ofSeveral(count)}. ${plural(count, 'Le reçu déjà remis reste valable', 'Les reçus déjà remis restent valables')}${NBSP}: il n’en faut pas d’autre, l’attestation de règlement ${plural(count, 'le cite', 'les cite')}.`,
  takenFrom: 'Ce qui serait pris',
  partOf: (amount: string, left: string): string => `${amount} sur ${left}`,
  notAllUsed: (why: string): string => `Une partie seulement est utilisée${NBSP}: ${why}`,
  spendEntries: `Pour quelles inscriptions${NBSP}?`,
  nothingDue: 'Rien n’est à régler pour ce payeur. Vous pouvez lui rendre cet argent.',
  spendNow: (amount: string): string => `Utiliser ${amount}`,
  spent: (amount: string): string => `${amount} de trop-perçu utilisés`,
  notConfirmed: (why: string): string =>
    `Le trop-perçu est utilisé, mais l’inscription n’est pas validée${NBSP}: ${why}`,
  keeps: (amount: string): string => `Il restera ${amount} de trop-perçu.`,
  giveBack: 'Rendre…',
  giveBackOf: (payer: string, amount: string): string => `Rendre les ${amount} de trop-perçu de ${payer}`,
  returnTitle: 'Rendre un trop-perçu',
  returnText: (amount: string, payer: string, count: number): string =>
    `Il reste ${amount} au nom de ${payer}${ofSeveral(count)}. Notez ici l’argent que vous rendez${NBSP}: la caisse et les totaux en tiennent compte.`,
  uncashed: `Ce chèque n’est pas encore encaissé${NBSP}: attendez plutôt la réponse de la banque.`,
  means: 'Rendu par',
  amount: 'Montant rendu',
  returnedOn: 'Rendu le',
  note: 'Note',
  noteHint: `Facultatif. Par exemple${NBSP}: n° du chèque, accord par téléphone.`,
  givenBackOf: 'Ce qui serait rendu',
  uncashedSome: (count: number): string =>
    `${count} ${plural(count, 'chèque n’est', 'chèques ne sont')} pas encore ${plural(count, 'encaissé', 'encaissés')}${NBSP}: attendez plutôt la réponse de la banque.`,
  returnNotAll: (why: string): string => `Une partie seulement est notée rendue${NBSP}: ${why}`,
  returnNow: (amount: string): string => `Rendre ${amount}`,
  returnDone: (amount: string): string => `${amount} rendus`,
} as const
