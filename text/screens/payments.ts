import { formatCount, NBSP, plural } from '../format.ts'
import { aManager } from '../fr.ts'

/** Règlements, and the dialog that takes one. */
export const PAYMENTS = {
  title: 'Règlements',
  summary: (count: number, total: string): string =>
    `${count} ${plural(count, 'règlement reçu', 'règlements reçus')} · ${total}`,
  table: 'Règlements reçus pour la session',
  awaited: 'Règlements attendus',
  awaitedNone: 'Aucun règlement n’est attendu.',
  awaitedIs: (amount: string): string => `Reste à recevoir${NBSP}: ${amount}`,
  seeDue: (count: number): string => `${formatCount(count)} ${plural(count, 'demande', 'demandes')} à régler`,
  seeOverdue: (count: number): string => `${formatCount(count)} ${plural(count, 'délai dépassé', 'délais dépassés')}`,
  owe: (count: number, amount: string): string =>
    `Dont ${amount} annoncés par ${formatCount(count)} ${plural(count, 'organisme', 'organismes')}${NBSP}:`,
  oweOf: (name: string, amount: string): string => `${name}, ${amount}`,
  otherPayers: (count: number): string => `et ${formatCount(count)} ${plural(count, 'autre', 'autres')}`,
  fewerPayers: 'Voir moins',
  columns: {
    receivedOn: 'Reçu le',
    payer: 'Payeur',
    entries: 'Pour',
    method: 'Moyen',
    amount: 'Montant',
    receipt: 'Reçu',
    actions: 'Actions',
  },
  emptyTitle: 'Aucun règlement pour cette session',
  emptyText: `Ouvrez le dossier d’une demande pré-validée et choisissez «${NBSP}Encaisser…${NBSP}».`,
  credit: (amount: string): string => `dont ${amount} de trop-perçu`,
  returned: (amount: string): string => `dont ${amount} rendus`,
  voided: 'Annulé',
  voidedBy: (who: string, when: string, why: string): string => `par ${who}, ${when}${NBSP}: ${why}`,
  receiptIssued: 'Reçu émis',
  issueReceipt: 'Émettre le reçu',
  awaitsSeries: 'attend la nouvelle série',
  awaitsVat: 'mention de TVA à choisir',
  openReceipt: (number: string): string => `Ouvrir le reçu ${number}`,
  void: 'Annuler…',
  voidOf: (payer: string): string => `Annuler le règlement de ${payer}`,
  voidTitle: 'Annuler ce règlement',
  voidConsequence: 'Le règlement restera visible, barré, avec votre motif.',
  /** @param held pre-validated entries that it paid for */
  voidLeaves: (confirmed: number, held: number): string => {
    if (confirmed + held === 0) return ''
    const awaited = (one: string, many: string) =>
      `${plural(confirmed + held, one, many)} règlement sera de nouveau attendu.`
    if (confirmed === 0) return awaited('Son', 'Leur')
    const stay = plural(confirmed, 'L’inscription reste validée', 'Les inscriptions restent validées')
    return `${held > 0 ? 'Ce qui est validé le reste' : stay}${NBSP}; ${awaited('son', 'leur')}`
  },
  voidReason: 'Motif',
  voidReasonHint: `Par exemple${NBSP}: montant mal saisi.`,
  reasonRequired: 'Écrivez le motif.',
  voidReasonRequired: 'Écrivez pourquoi ce règlement est annulé.',
  voidNow: 'Annuler le règlement',
  /** @param names who stays validated and unpaid */
  voidUnpaid: (names: readonly string[]): string =>
    `${plural(names.length, 'Personne validée qui restera', 'Personnes validées qui resteront')} sans règlement${NBSP}: ${someNames(names)}. Aucune convocation ne s’imprimera avant le nouveau règlement, à encaisser depuis Aujourd’hui.`,
  voidDone: 'Règlement annulé',
  voidDoneFor: (names: readonly string[]): string =>
    names.length === 0
      ? PAYMENTS.voidDone
      : `Règlement annulé. À encaisser de nouveau, depuis Aujourd’hui${NBSP}: ${someNames(names)}.`,
  correct: 'Corriger le reçu…',
  correctOf: (number: string): string => `Corriger le reçu ${number}`,
  correctManagerOnly: (managers: readonly string[]): string =>
    `Corriger un reçu${NBSP}: demandez à ${aManager(managers)}.`,
  correctTitle: 'Corriger le reçu par un avoir',
  correctConsequence: `Ce reçu est annulé par un avoir, qui le cite${NBSP}; les deux restent lisibles. L’argent ne bouge pas. Remettez l’avoir au payeur. Sans nouveau reçu, le règlement pourra ensuite être annulé.`,
  correctReason: 'Motif',
  correctReasonHint: `Écrit sur l’avoir. Par exemple${NBSP}: numéro déjà utilisé.`,
  correctFirst: `Le nouveau reçu reprend le dossier tel qu’il est maintenant. Un nom est faux${NBSP}? Corrigez-le d’abord, dans le dossier du candidat («${NBSP}Corriger l’identité…${NBSP}»)${NBSP}; celui d’un organisme, demandez-le au siège.`,
  correctReasonRequired: 'Écrivez pourquoi ce reçu est annulé.',
  correctAgain: 'Émettre un nouveau reçu et l’ouvrir',
  correctNow: 'Établir l’avoir',
  corrected: (again: boolean): string => (again ? 'Avoir établi, nouveau reçu émis' : 'Avoir établi'),
  correctedNoReceipt: (why: string): string => `Avoir établi, mais pas le nouveau reçu${NBSP}: ${why}`,
  creditNote: (number: string): string => `Avoir ${number}`,
  openCreditNote: (number: string, receipt: string): string => `Avoir ${number}, qui annule le reçu ${receipt}`,
  back: 'Revenir',
  takeTitle: 'Encaisser un règlement',
  payer: `Qui paie${NBSP}?`,
  entries: `Pour quelles inscriptions${NBSP}?`,
  entriesOf: (organisation: string): string => `Inscriptions de ${organisation}`,
  due: (amount: string): string => `${amount} à régler`,
  left: (count: number): string =>
    `${formatCount(count)} ${plural(count, 'autre demande de ce payeur reste à régler et apparaîtra', 'autres demandes de ce payeur restent à régler et apparaîtront')} une fois celles-ci encaissées.`,
  nothingDue: 'Rien n’est à régler pour ce payeur.',
  method: 'Moyen de paiement',
  amount: 'Montant reçu',
  amountInvalid: (example: string): string => `Écrivez un montant, par exemple ${example}.`,
  receivedOn: 'Reçu le',
  /** @param today as « 23/11/2026 » */
  dateInvalid: (today: string): string => `Écrivez une date, par exemple ${today} ou ${today.slice(0, 5)}.`,
  reference: 'Référence',
  referenceHint: {
    transfer: 'Libellé du virement',
    card: 'N° de transaction',
    cash: 'Facultatif',
  },
  chooseEntry: 'Choisissez au moins une inscription.',
  tooManyEntries: (most: number): string => `Un règlement paie ${most} inscriptions au plus${NBSP}: décochez-en.`,
  collect: 'Encaisser…',
  collectDue: (amount: string): string => `Encaisser ${amount}…`,
  collectDueOf: (amount: string, name: string): string => `Encaisser ${amount}… de ${name}`,
  /** To whoever does not see beside which name it stands. */
  collectOf: (name: string): string => `Encaisser un règlement de ${name}`,
  whoTitle: 'Encaisser plusieurs demandes',
  whoText: 'Un règlement vient d’un seul payeur, et a un seul reçu. Les autres s’encaissent ensuite.',
  who: `De qui vient ce règlement${NBSP}?`,
  whoOf: (name: string, requests: number, amount: string): string =>
    `${name}, ${requests} ${plural(requests, 'demande', 'demandes')}, ${amount}`,
  whoNext: 'Continuer…',
  missing: (amount: string, count: number): string =>
    `Il restera ${amount} à régler${NBSP}: ${plural(count, 'l’inscription ne sera pas encore validée', 'les inscriptions ne seront pas encore validées')}.`,
  stillMissing: (amount: string): string => `Il restera ${amount} à régler.`,
  oneConfirmed: (exam: string): string => `${exam} sera validée`,
  oneMissing: (exam: string, amount: string): string => `${exam} restera à régler${NBSP}: ${amount}`,
  nothingLeft: 'Plus rien ne restera à régler.',
  tickedSettled: (count: number): string =>
    `${plural(count, 'L’inscription cochée sera entièrement réglée', `Les ${count} inscriptions cochées seront entièrement réglées`)}.`,
  changeOrCredit: (amount: string): string => `${amount} de monnaie à rendre, ou à garder en trop-perçu.`,
  giveChange: 'Rendre la monnaie',
  changeIs: (amount: string, handed: string): string => `Rendez ${amount} sur les ${handed} reçus.`,
  surplus: (amount: string): string => `${amount} en trop${NBSP}: gardés en trop-perçu au nom du payeur.`,
  willConfirm: (count: number): string =>
    `${plural(count, 'L’inscription sera validée', `Les ${count} inscriptions seront validées`)}.`,
  willConfirmSome: (count: number): string =>
    `${count} ${plural(count, 'inscription sera validée', 'inscriptions seront validées')}.`,
  issue: 'Émettre le reçu et l’ouvrir',
  resumed: 'Saisie reprise.',
  restart: 'Recommencer',
  take: 'Encaisser',
  takeAmount: (amount: string): string => `Encaisser ${amount}`,
  taken: (amount: string): string => `Règlement de ${amount} enregistré`,
  takenWithReceipt: (amount: string): string => `Règlement de ${amount} enregistré, reçu émis`,
  notConfirmed: (why: string): string => `Le règlement est enregistré, mais pas la validation${NBSP}: ${why}`,
  noReceiptMade: (why: string): string => `Le règlement est enregistré, mais pas le reçu${NBSP}: ${why}`,
} as const

/** As many people as a sentence names. */
const MOST_NAMES = 6

/** « KERVADEC Maëlys, ROY Ana », « …, et 14 autres » */
function someNames(names: readonly string[]): string {
  const left = names.length - MOST_NAMES
  const named = names.slice(0, MOST_NAMES).join(', ')
  return left > 0 ? `${named}, et ${left} ${plural(left, 'autre', 'autres')}` : named
}
