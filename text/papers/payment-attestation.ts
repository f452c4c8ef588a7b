import { NBSP } from '../format.ts'

/** The words of an attestation of payment. It states money only, and has no number of its own: the receipt is what counts. */
export const ATTESTATION = {
  title: (name: string, receipt: string): string => `Attestation de règlement de ${name}, reçu ${receipt}`,
  titleOfMany: (count: number, receipt: string): string => `${count}${NBSP}attestations de règlement, reçu ${receipt}`,
  heading: 'Attestation de règlement',
  attests: (centre: string, payer: string, amount: string, day: string): string =>
    `${centre} atteste avoir reçu de ${payer}, le ${day}, ${amount} pour les frais d’examen de${NBSP}:`,
  receipt: (number: string, day: string): string =>
    `Ce règlement a fait l’objet du reçu n°${NBSP}${number}, du ${day}. Cette attestation n’est pas un reçu et ne vaut pas facture.`,
  exam: 'Épreuve',
  amount: 'Montant',
  total: 'Total pour cette personne',
  moneyOnly: 'Elle ne porte que sur le règlement et ne dit rien de l’inscription ni du résultat.',
  signature: (town: string, day: string): string => `Fait à ${town}, le ${day}. Pour le centre, signature et cachet`,
  foot: (receipt: string, version: number, freshness: string): string =>
    `Attestation de règlement · reçu ${receipt} · version ${version} · ${freshness}`,
} as const
