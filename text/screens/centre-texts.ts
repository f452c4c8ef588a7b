import type { CentreSettings } from '../../domain/catalogue.ts'
import { NBSP } from '../format.ts'

/** The usual ways to state VAT on a receipt (CGI ann. II art. 242 nonies A, I, 12°: the provision that exempts is named). */
export const VAT_KINDS = ['training', 'franchise', 'members', 'rate', 'other'] as const
export type VatKind = (typeof VAT_KINDS)[number]

/** The wording that a choice prints; null where something must be typed. */
export const VAT_WORDINGS: Readonly<Record<VatKind, string | null>> = {
  training: 'Exonération de TVA, art. 261-4-4° a du CGI',
  franchise: 'TVA non applicable, art. 293 B du CGI',
  members: 'Exonération de TVA, art. 261-7-1° du CGI',
  rate: null,
  other: null,
}

/** Textes du centre. */
export const CENTRE_TEXTS = {
  intro: 'Ce que le centre écrit sur ses reçus et dans les mails. Ce qui est déjà émis ne change pas.',
  names: {
    addressLines: 'Adresse du centre',
    legalLines: 'Mentions légales',
    vatWording: 'TVA sur les reçus',
    activity: 'Déclaration d’activité',
    paymentTerms: 'Comment régler',
  } satisfies Partial<Record<keyof CentreSettings, string>>,
  addressHint: 'Une ligne d’adresse par ligne, six au plus.',
  legalHint: `Une mention par ligne, huit au plus${NBSP}: forme juridique, SIRET…`,
  termsHint: 'Lu par la personne dans le mail de pré-validation et dans ses rappels.',
  vatHint: 'À choisir avec votre comptable. Sans ce choix, aucun reçu ne peut être émis.',
  toChoose: 'À choisir',
  vat: {
    training: 'Exonérée, formation professionnelle (art. 261-4-4° a)',
    franchise: 'Non applicable, franchise en base (art. 293 B)',
    members: 'Exonérée, association pour ses membres (art. 261-7-1°)',
    rate: 'Soumise à un taux',
    other: 'Autre texte',
  } satisfies Record<VatKind, string>,
  rate: 'Taux, en %',
  rateInvalid: 'Écrivez un taux, par exemple 20 ou 5,5.',
  vatText: 'Texte imprimé',
  vatMissing: `Écrivez le texte${NBSP}: un reçu doit dire ce qu’il en est de la TVA.`,
  withActivity: 'Imprimer le numéro de déclaration d’activité',
  activityNumber: 'Numéro, 11 chiffres',
  activityInvalid: 'Ce numéro compte 11 chiffres.',
  region: 'Région du préfet',
  regionHint: `Comme sur le récépissé${NBSP}: Bretagne, Île-de-France…`,
  regionMissing: 'Écrivez la région.',
  activitySentence: 'La phrase que la loi impose (C. trav. L.6352-12) s’ajoute d’elle-même.',
  termsMissing: `Écrivez comment régler${NBSP}: la personne n’a que cela pour payer.`,
  tooManyLines: (most: number): string => `${most} lignes au plus.`,
  lineTooLong: 'Une ligne est trop longue.',
  nothingChanged: 'Rien n’a changé.',
  preview: 'En tête d’un reçu',
  previewEmpty: 'TVA à choisir',
  saved: 'Textes du centre enregistrés',
  movedTitle: 'Ces textes ont changé pendant que vous écriviez.',
  keepMine: 'Garder ma saisie',
  none: 'Aucune',
} as const
