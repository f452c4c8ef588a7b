import type { Cheque } from '../domain/cheque.ts'
import type { Payment } from '../domain/payment.ts'
import { NBSP } from './format.ts'

/** « n° 1234567, Crédit Agricole »; empty when nothing of it was typed. */
export function sayCheque({ number, bank }: Cheque): string {
  return [number === '' ? '' : `n°${NBSP}${number}`, bank].filter((part) => part !== '').join(', ')
}

/** What a payment is found again by, on papers and on screen: its cheque, or what the secretary typed of it. */
export function sayReference({ cheque, reference }: Pick<Payment, 'cheque' | 'reference'>): string | null {
  return (cheque && sayCheque(cheque)) || reference
}
