import { formatCount, NBSP, plural } from '../format.ts'

/** Of a cheque, where it is. */
export const CHEQUE_PLACES = ['in-hand', 'deposited', 'cleared', 'bounced'] as const
export type ChequePlace = (typeof CHEQUE_PLACES)[number]

const cheques = (count: number) => `${formatCount(count)}${NBSP}${plural(count, 'chèque', 'chèques')}`

/** Règlements, « Chèques » : from the envelope to the bank's answer. */
export const CHEQUES = {
  number: 'N° du chèque',
  bank: 'Banque',
  drawer: 'Signé par',
  /** Before the cheque is recorded: what its slip will lack. */
  lacks: (number: boolean, bank: boolean): string | null => {
    if (!number && !bank) return null
    const without = number && bank ? 'Sans n° ni banque' : number ? 'Sans n°' : 'Sans banque'
    return `${without}${NBSP}: le bordereau sera à compléter.`
  },
  places: 'Filtrer les chèques',
  place: {
    'in-hand': 'En main',
    deposited: 'Remis en banque',
    cleared: 'Encaissés',
    bounced: 'Impayés',
  } satisfies Readonly<Record<ChequePlace, string>>,
  table: 'Chèques reçus, toutes sessions',
  columns: {
    pick: 'Choisir',
    receivedOn: 'Reçu le',
    cheque: 'Chèque',
    payer: 'Payeur',
    amount: 'Montant',
    state: 'Où il en est',
    actions: 'Actions',
  },
  pickAll: 'Tout choisir',
  pickOne: (payer: string, amount: string): string => `Choisir le chèque de ${payer}, ${amount}`,
  unsaid: 'n° non saisi',
  signedBy: (drawer: string): string => `signé par ${drawer}`,
  picked: (count: number, total: string): string =>
    `${cheques(count)} ${plural(count, 'choisi', 'choisis')}${NBSP}: ${total}`,
  pickHint: 'Cochez les chèques que vous portez à la banque.',
  pickAnsweredHint: 'Cochez les chèques dont la réponse de la banque a été notée par erreur.',
  pickDepositedHint: 'Cochez les chèques que le relevé de la banque montre encaissés.',
  sum: (count: number, total: string): string => `${cheques(count)}, ${total}`,
  inHand: 'En main',
  depositedOn: (day: string): string => `remis le ${day}`,
  clearedOn: (day: string): string => `encaissé le ${day}`,
  bounced: 'Impayé',
  bouncedOn: (day: string): string => `impayé depuis le ${day}`,
  awaited: (amount: string, day: string): string => `${amount} attendus jusqu’au ${day}`,
  made: 'réglé depuis',
  /** Under whose it is: « Chèque impayé : 100,00 € attendus jusqu’au 30/11/2026 » */
  bouncedAwaited: (amount: string, day: string | null): string =>
    `Chèque impayé${NBSP}: ${amount} attendus${day === null ? '' : ` jusqu’au ${day}`}`,
  empty: {
    'in-hand': {
      title: 'Aucun chèque à remettre en banque',
      text: 'Les chèques encaissés ici y attendront leur remise.',
    },
    deposited: {
      title: 'Aucun chèque n’attend la réponse de la banque',
      text: 'Ceux que vous remettez en banque attendent ici d’être encaissés.',
    },
    cleared: { title: 'Aucun chèque encaissé', text: 'Ceux que la banque a payés depuis cent jours sont ici.' },
    bounced: { title: 'Aucun chèque impayé', text: 'Un chèque que la banque rend sans le payer se note ici.' },
  } satisfies Readonly<Record<ChequePlace, { title: string; text: string }>>,
  deposit: 'Remettre en banque…',
  depositTitle: 'Remettre des chèques en banque',
  depositText: `Un bordereau de remise liste ces chèques. Il reste imprimable ensuite, dans «${NBSP}Remis en banque${NBSP}».`,
  depositedField: 'Remis le',
  bankReference: 'N° de remise de la banque',
  bankReferenceHint: 'Facultatif',
  tooMany: (most: number): string => `Une remise compte ${most} chèques au plus.`,
  depositNow: 'Remettre et imprimer le bordereau',
  depositDone: (count: number): string => `${cheques(count)} ${plural(count, 'remis', 'remis')} en banque`,
  slips: 'Bordereaux de remise',
  slip: (day: string, count: number, total: string): string => `${day}, ${cheques(count)}, ${total}`,
  /** @param slip as `slip` says it */
  slipOpen: (slip: string): string => `Bordereau du ${slip}`,
  slipReference: (reference: string): string => `n°${NBSP}${reference}`,
  slipVoided: 'Annulée',
  voidSlip: 'Annuler…',
  voidSlipOf: (day: string): string => `Annuler… la remise du ${day}`,
  voidSlipTitle: 'Annuler une remise en banque',
  voidSlipConsequence: (count: number): string =>
    `${plural(count, 'Son chèque revient', `Ses ${formatCount(count)} chèques reviennent`)} sous «${NBSP}En main${NBSP}», à remettre de nouveau. Le bordereau reste lisible, marqué ANNULÉ. Si le relevé de banque l’a montré, sa ligne est de nouveau à rapprocher.`,
  voidSlipHint: `Par exemple${NBSP}: mauvaise date, chèque oublié.`,
  voidSlipNow: 'Annuler la remise',
  voidSlipDone: (count: number): string => `Remise annulée${NBSP}: ${cheques(count)} de nouveau en main`,
  takeBack: 'Reprendre la réponse…',
  tooManyAnswers: (most: number): string => `${formatCount(most)} chèques au plus à la fois.`,
  takeBackTitle: 'Reprendre la réponse de la banque',
  takeBackConsequence: (count: number, bounced: boolean): string =>
    `${plural(count, 'Le chèque redevient', 'Les chèques redeviennent')} ce qu’${plural(count, 'il était', 'ils étaient')} avant cette réponse. La réponse et sa reprise restent dans l’historique.${
      bounced ? ` L’argent d’un chèque noté impayé compte de nouveau${NBSP}: il n’est plus attendu.` : ''
    }`,
  /** Of whom nothing is awaited any more: paid otherwise since, or the exam was given up. */
  takeBackPaidTwice: (names: readonly string[]): string =>
    `${names.join(', ')}${NBSP}: plus rien n’est à régler. Il en restera un trop-perçu.`,
  takeBackHint: `Par exemple${NBSP}: c’était le chèque d’une autre personne.`,
  issueAgain: (count: number): string =>
    plural(
      count,
      'Émettre un nouveau reçu, à la place de celui qu’un avoir a annulé',
      `Émettre ${count} nouveaux reçus, à la place de ceux que des avoirs ont annulés`,
    ),
  takeBackNow: 'Reprendre la réponse',
  takeBackDone: (count: number): string => `Réponse de la banque reprise${NBSP}: ${cheques(count)}`,
  takeBackNotAll: (why: string): string => `Réponse de la banque reprise, mais pas tout${NBSP}: ${why}`,
  clear: 'Encaissés',
  clearDone: (count: number): string => `${cheques(count)} ${plural(count, 'noté encaissé', 'notés encaissés')}`,
  bounce: 'Impayé…',
  bounceOf: (payer: string): string => `Noter impayé le chèque de ${payer}`,
  bounceTitle: 'Chèque impayé',
  bounceConsequence:
    'L’inscription reste comme elle est, mais son règlement est de nouveau attendu. Rien n’est annulé sans vous.',
  bouncedField: 'Rendu par la banque le',
  dueField: 'Attendre le nouveau règlement jusqu’au',
  dueHint: 'Convenez du jour avec la personne.',
  dueWrong: 'Choisissez un jour qui ne soit pas avant le retour du chèque.',
  note: 'Note',
  noteHint: `Par exemple${NBSP}: provision insuffisante.`,
  correctReceipt: (number: string): string => `Annuler aussi le reçu ${number} par un avoir`,
  receiptStays: (number: string): string =>
    `Le reçu ${number} dit que l’argent a été reçu${NBSP}: un avoir doit l’annuler.`,
  creditNoteReason: 'Chèque revenu impayé',
  bounceNow: 'Noter impayé',
  bounceDone: 'Chèque noté impayé',
  bounceDoneNoted: 'Chèque noté impayé, avoir établi',
  notCorrected: (why: string): string => `Chèque noté impayé, mais le reçu n’est pas annulé${NBSP}: ${why}`,
} as const
