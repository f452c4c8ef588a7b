import type { SessionPoint, SessionPointName } from '../../contract/desk-session-check.ts'
import type { Currency } from '../../domain/money.ts'
import { formatCount, formatMoney, NBSP, plural } from '../format.ts'

/** « Vérifier la session »: what to put right before papers are printed. */
export const SESSION_CHECK = {
  open: 'Vérifier la session…',
  title: 'Vérifier la session',
  what: 'Ce qui doit être en ordre avant d’imprimer et d’ouvrir la salle. Rien n’est corrigé tout seul.',
  checking: 'Vérification…',
  failed: 'La session n’a pas pu être vérifiée. Réessayez.',
  holds: 'Tout est en ordre.',
  more: (count: number): string => `et ${formatCount(count)} ${plural(count, 'autre', 'autres')}`,
  unsent: (count: number): string =>
    `${formatCount(count)} ${plural(count, 'modification n’est pas encore transmise', 'modifications ne sont pas encore transmises')} au siège${NBSP}: le siège peut encore en décider autrement.`,
}

/** What to do about each; the screen where it is done follows a colon. */
export const SESSION_WAYS_OUT: Readonly<Record<SessionPointName, string>> = {
  'paid-not-confirmed': 'Ouvrez la demande et validez-la.',
  'confirmed-not-paid': 'Encaissez ce qui manque, ou voyez avec le siège.',
  'no-sitting': 'Fixez la date, l’heure et la salle, ci-dessous dans Session.',
  'no-convocation': `Imprimez les convocations${NBSP}:`,
  'convocation-held': `Chèque impayé ou règlement annulé${NBSP}: encaissez d’abord ce qui manque, la convocation s’imprimera ensuite.`,
  'payment-without-receipt': `Émettez le reçu${NBSP}:`,
  'receipt-without-payment': `Corrigez le reçu par un avoir${NBSP}:`,
  credit: `Voyez à qui cet argent est dû${NBSP}:`,
  identity: 'Ouvrez la demande et corrigez l’identité, avec un justificatif.',
}

/** What is wrong, in a line. */
export function sayPoint({ name, total, amount }: SessionPoint, currency: Currency): string {
  const count = formatCount(total)
  const money = amount === null ? '' : formatMoney(amount, currency)
  switch (name) {
    case 'paid-not-confirmed':
      return `${count} ${plural(total, 'inscription réglée n’est pas validée', 'inscriptions réglées ne sont pas validées')}`
    case 'confirmed-not-paid':
      return `${count} ${plural(total, 'inscription validée n’est pas réglée', 'inscriptions validées ne sont pas réglées')}${NBSP}: ${money} manquent`
    case 'no-sitting':
      return `${count} ${plural(total, 'inscription validée n’a', 'inscriptions validées n’ont')} ni date ni salle`
    case 'no-convocation':
      return `${count} ${plural(total, 'inscription validée est', 'inscriptions validées sont')} sans convocation`
    case 'convocation-held':
      return `${count} ${plural(total, 'inscription validée attend', 'inscriptions validées attendent')} un règlement avant la convocation`
    case 'payment-without-receipt':
      return `${count} ${plural(total, 'règlement est', 'règlements sont')} sans reçu${NBSP}: ${money}`
    case 'receipt-without-payment':
      return `${count} ${plural(total, 'reçu dit', 'reçus disent')} un argent qui n’est pas là${NBSP}: ${money}`
    case 'credit':
      return `${money} de trop-perçu ne paient rien`
    case 'identity':
      return `${count} ${plural(total, 'identité serait rejetée', 'identités seraient rejetées')} à l’envoi des résultats`
  }
}
