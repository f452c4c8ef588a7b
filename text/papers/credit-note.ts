import { NBSP } from '../format.ts'

/** The words of a credit note: what corrects a receipt. It moves no money; the payment it is about stands, unless its cheque came back unpaid. */
export const CREDIT_NOTE = {
  title: (number: string, duplicate: boolean): string => `Avoir ${number}${duplicate ? ' (DUPLICATA)' : ''}`,
  heading: 'Avoir',
  number: (number: string, issued: string): string => `n°${NBSP}${number} · émis le ${issued}`,
  corrects: (number: string, issued: string): string =>
    `Cet avoir annule le reçu n°${NBSP}${number}, émis le ${issued}, qui ne doit plus être utilisé.`,
  reason: `Motif${NBSP}:`,
  line: 'Reçu annulé',
  moneyStands: (amount: string, by: string, day: string): string =>
    `Le règlement de ${amount} ${by}, reçu le ${day}, n’est pas remboursé par ce document${NBSP}: il reste enregistré, et un autre reçu peut en être donné.`,
  /** Of a cheque that the bank gave back: the money never came. Whether it came otherwise since is no matter of this paper. */
  moneyBounced: (amount: string, day: string, bounced: string): string =>
    `Le chèque de ${amount} reçu le ${day} est revenu impayé de la banque le ${bounced}${NBSP}: cette somme n’a pas été encaissée.`,
  foot: (number: string, issued: string, duplicate: boolean): string =>
    `Avoir ${number}${duplicate ? ' · DUPLICATA' : ''} · émis le ${issued}`,
} as const
