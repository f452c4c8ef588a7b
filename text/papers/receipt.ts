import type { PaymentMethod } from '../../domain/payment.ts'
import { NBSP } from '../format.ts'

/** The words of a receipt. It states money only: the registration is final when HQ's mail says so. */
export const RECEIPT = {
  title: (number: string, duplicate: boolean): string => `Reçu ${number}${duplicate ? ' (DUPLICATA)' : ''}`,
  heading: 'Reçu de règlement',
  duplicate: 'DUPLICATA',
  number: (number: string, issued: string): string => `n°${NBSP}${number} · émis le ${issued}`,
  receivedFrom: 'Reçu de',
  exam: 'Épreuve',
  software: 'Logiciel',
  quantity: 'Qté',
  unitPrice: 'Prix unitaire',
  amount: 'Montant',
  creditLine: 'Versé au-delà (trop-perçu)',
  credit: (amount: string): string => `Dont ${amount} de trop-perçu, gardés au nom du payeur.`,
  agreement: (references: string): string => `Convention ou bon de commande${NBSP}: ${references}.`,
  paid: 'Réglé',
  by: {
    cheque: 'par chèque',
    transfer: 'par virement',
    card: 'par carte bancaire',
    cash: 'en espèces',
  } satisfies Record<PaymentMethod, string>,
  remaining: (amount: string): string => `Acompte${NBSP}: reste à régler ${amount}.`,
  balance: 'Solde de l’épreuve.',
  receivedOn: (day: string): string => `, reçu le ${day}.`,
  place: (centre: string, town: string): string => `Lieu d’exécution${NBSP}: ${centre}, ${town}.`,
  moneyOnly: `Ce reçu atteste du règlement. L’inscription est définitive à réception du courriel de confirmation du siège${NBSP}; elle ne peut alors être ni annulée ni remboursée. En cas d’empêchement médical (certificat) ou professionnel (attestation motivée de l’employeur), elle peut être reportée une seule fois, à la session suivante, après décision de l’association.`,
  notAnInvoice: 'Ce reçu ne vaut pas facture.',
  signature: (by: string): string => `Pour le centre, ${by}${NBSP}: signature et cachet`,
  foot: (number: string, issued: string, duplicate: boolean): string =>
    `Reçu ${number}${duplicate ? ' · DUPLICATA' : ''} · émis le ${issued}`,
} as const
