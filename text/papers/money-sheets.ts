import { formatCount, NBSP, plural } from '../format.ts'

/** The words of the slip that goes to the bank with cheques, and of the cash of a day. */
export const CHEQUE_SLIP = {
  title: (day: string, voided: boolean): string =>
    `Bordereau de remise de chèques du ${day}${voided ? ' (ANNULÉ)' : ''}`,
  heading: 'Bordereau de remise de chèques',
  day: 'Remis le',
  reference: 'N° de remise',
  by: 'Préparé par',
  count: 'Nombre de chèques',
  total: 'Total',
  columns: { rank: 'N°', number: 'N° de chèque', bank: 'Banque', drawer: 'Tireur', receipt: 'Reçu', amount: 'Montant' },
  voided: 'ANNULÉ',
  voidedBy: (who: string, when: string, reason: string): string =>
    `Remise annulée par ${who}, ${when}${NBSP}: ${reason}`,
  totalOf: (count: number): string => `Total, ${formatCount(count)}${NBSP}${plural(count, 'chèque', 'chèques')}`,
  centreSignature: 'Pour le centre',
  bankSignature: 'Pour la banque, date et cachet',
  foot: (day: string, freshness: string, voided: boolean): string =>
    `Remise de chèques du ${day}${voided ? ' · ANNULÉ' : ''} · ${freshness}`,
} as const

export const CASH_SHEET = {
  title: (day: string): string => `Journée de caisse du ${day}`,
  heading: 'Journée de caisse',
  day: 'Espèces reçues le',
  count: 'Règlements',
  total: 'Total',
  columns: { rank: 'N°', payer: 'Payeur', session: 'Session', receipt: 'Reçu', by: 'Encaissé par', amount: 'Montant' },
  totalOf: (count: number): string => `Total, ${formatCount(count)}${NBSP}${plural(count, 'règlement', 'règlements')}`,
  totalLess: (count: number, returns: number): string =>
    `Total, ${formatCount(count)}${NBSP}${plural(count, 'règlement', 'règlements')} moins ${formatCount(returns)}${NBSP}${plural(returns, 'somme rendue', 'sommes rendues')}`,
  returned: 'trop-perçu rendu',
  nothing: 'Aucun règlement en espèces ce jour-là.',
  voided: 'annulé, non compté',
  counted: `Compté en caisse${NBSP}: ……………………………   Écart${NBSP}: ……………………………`,
  cashierSignature: 'Compté par',
  managerSignature: 'Vérifié par',
  foot: (day: string, version: number, freshness: string): string =>
    `Journée de caisse du ${day} · version ${version} · ${freshness}`,
} as const
