import type { ReceiptFault, ReceiptYear } from '../../contract/desk-receipts.ts'
import type { Currency } from '../../domain/money.ts'
import { formatCount, formatMoney, NBSP, plural } from '../format.ts'

/** « Vérifier les reçus »: whether receipts and credit notes follow each other, untouched. */
export const RECEIPT_CHECK = {
  open: 'Vérifier les reçus…',
  title: 'Vérifier les reçus',
  checking: 'Lecture de tous les reçus…',
  failed: 'Les reçus n’ont pas pu être relus. Réessayez.',
  none: 'Aucun reçu n’a encore été émis.',
  what: `Chaque reçu porte l’empreinte de ce qu’il dit et de celui qui le précède dans sa série${NBSP}: s’il en manque un, ou si l’un d’eux a été modifié après coup, cela se voit.`,
  onAllPcs: 'Tous les postes du centre sont vérifiés, d’après ce que celui-ci a reçu du siège.',
  sums: ({ receipts, creditNotes }: ReceiptYear, currency: Currency): string => {
    const issued = `${formatCount(receipts.count)} ${plural(receipts.count, 'reçu', 'reçus')}, ${formatMoney(receipts.amount, currency)}`
    if (creditNotes.count === 0) return issued
    return `${issued}${NBSP}; ${formatCount(creditNotes.count)} ${plural(creditNotes.count, 'avoir', 'avoirs')}, −${formatMoney(creditNotes.amount, currency)}`
  },
  series: (series: readonly string[]): string =>
    `${plural(series.length, 'série', 'séries')} ${series.toSorted().join(', ')}`,
  holds: 'Tout se suit, rien n’a été modifié.',
  older: (count: number): string =>
    `${formatCount(count)} ${plural(count, 'pièce plus ancienne ne porte', 'pièces plus anciennes ne portent')} pas d’empreinte${NBSP}: seuls les numéros et les montants en sont vérifiés.`,
  wrong: (count: number): string =>
    `${formatCount(count)} ${plural(count, 'point à regarder', 'points à regarder')}${NBSP}:`,
  more: (count: number): string => `et ${formatCount(count)} ${plural(count, 'autre', 'autres')}.`,
  wayOut: `Ne corrigez rien à la main${NBSP}: prévenez le siège, qui garde sa propre copie de chaque pièce.`,
}

/** What is wrong, in a sentence. */
export function sayReceiptFault(fault: ReceiptFault, currency: Currency): string {
  switch (fault.kind) {
    case 'missing':
      return fault.first === fault.last
        ? `Il manque le n° ${fault.first}.`
        : `Il manque les n° ${fault.first} à ${fault.last}.`
    case 'altered':
      return fault.after === null
        ? `Le n° ${fault.number} a été modifié après son émission.`
        : `Le n° ${fault.number} ne correspond plus à son empreinte${NBSP}: lui-même, ou l’empreinte du n° ${fault.after}, a été modifié après son émission.`
    case 'twice':
      return `Deux pièces portent le n° ${fault.number}.`
    case 'unlinked':
      return `Le n° ${fault.number} ne porte pas d’empreinte, alors que le précédent en porte une.`
    case 'cites-otherwise':
      return `L’avoir n° ${fault.number} ne dit pas la même chose que le reçu n° ${fault.receipt} qu’il corrige.`
    case 'another-amount':
      return fault.received === null
        ? `Le reçu n° ${fault.number} (${formatMoney(fault.stated, currency)}) ne correspond à aucun règlement connu.`
        : `Le reçu n° ${fault.number} dit ${formatMoney(fault.stated, currency)}, le règlement est de ${formatMoney(fault.received, currency)}.`
    case 'payment-voided':
      return `Le règlement du reçu n° ${fault.number} a été annulé sans avoir.`
    case 'two-for-one':
      return `Les reçus n° ${fault.other} et n° ${fault.number} sont du même règlement${NBSP}: corrigez l’un des deux par un avoir.`
  }
}
