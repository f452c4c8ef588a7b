import { bracedName, type Placeholder, type WordingKind } from '../../domain/placeholders.ts'
import type { WordingFault } from '../../domain/read-wording.ts'
import { MOST_PLACEHOLDERS, MOST_WORDING, MOST_WORDING_LINES } from '../../domain/wording.ts'
import { formatCount, NBSP } from '../format.ts'

/** Textes des documents: the centre's own paragraphs, paper by paper. */
export const WORDINGS = {
  intro: 'Sur chaque document, un passage est à vous. Ce qui est déjà émis garde son texte.',
  kinds: {
    convocation: 'Convocation',
    confirmation: 'Confirmation de demande',
    'reminder-letter': 'Lettre de rappel',
    'refusal-letter': 'Lettre de refus',
    'payment-attestation': 'Attestation de règlement',
    'attendance-attestation': 'Attestation de présence',
  } satisfies Record<WordingKind, string>,
  choose: 'Document',
  changed: 'texte du centre',
  label: 'Votre texte',
  where: {
    convocation: 'Imprimé avant le tableau des épreuves.',
    confirmation: 'Imprimé après « Et maintenant ». Rien à l’origine.',
    'reminder-letter': 'Imprimé à la fin de la lettre. S’il est de vous, les mails de rappel le citent aussi.',
    'refusal-letter': 'Imprimé à la fin de la lettre. S’il est de vous, les mails de refus le citent aussi.',
    'payment-attestation': 'Imprimé après le tableau. Rien à l’origine.',
    'attendance-attestation': 'Imprimé après le tableau. Rien à l’origine.',
  } satisfies Record<WordingKind, string>,
  insert: 'Insérer…',
  insertLabel: 'Insérer ce que Pupitre remplira',
  /** One that can be inserted: how it is typed, and what it becomes. */
  placeholder: (one: Placeholder): string => `${bracedName(one)}${NBSP}: ${MEANINGS[one]}`,
  length: (typed: number): string => `${formatCount(typed)} sur ${formatCount(MOST_WORDING)} caractères`,
  tooLong: `C’est trop long${NBSP}: ${formatCount(MOST_WORDING)} caractères, ${MOST_WORDING_LINES} lignes et ${MOST_PLACEHOLDERS} passages entre accolades au plus.`,
  fault: (fault: WordingFault, kind: WordingKind): string => sayFault(fault, kind),
  mend: (nearest: Placeholder): string => `Mettre ${bracedName(nearest)}`,
  faults: 'À corriger avant d’enregistrer',
  empty: 'Rien ne sera imprimé à cet endroit.',
  original: 'Revenir au texte d’origine',
  isOriginal: 'C’est déjà le texte d’origine.',
  saved: (kind: WordingKind): string => `Texte enregistré${NBSP}: ${WORDINGS.kinds[kind].toLowerCase()}`,
  toMend: 'Corrigez d’abord ce qui est signalé.',
  preview: 'Aperçu avec une personne inventée',
  previewHint: 'Votre texte y est sur fond jaune, et s’imprime sans ce fond.',
  grey: 'Voir en noir et blanc',
  previewWaits: 'L’aperçu attend que le texte soit corrigé.',
  previewFailed: 'L’aperçu n’a pas pu être préparé.',
} as const

const MEANINGS: Readonly<Record<Placeholder, string>> = {
  'first-names': 'tous les prénoms de la personne',
  name: 'son nom d’usage, ou son nom de naissance',
  exams: 'les codes des épreuves',
  session: 'le nom de la session',
  'first-day': 'le jour de la première épreuve',
  'exam-day': 'le jour de l’épreuve',
  deadline: 'le dernier jour pour régler',
  amount: 'le montant dont parle le document',
  payer: 'qui a payé',
  receipt: 'le numéro du reçu',
  centre: 'le nom de votre centre',
  town: 'la ville de votre centre',
}

const ON: Readonly<Record<WordingKind, string>> = {
  convocation: 'une convocation',
  confirmation: 'une confirmation de demande',
  'reminder-letter': 'une lettre de rappel',
  'refusal-letter': 'une lettre de refus',
  'payment-attestation': 'une attestation de règlement',
  'attendance-attestation': 'une attestation de présence',
}

function sayFault({ what, typed, nearest }: WordingFault, kind: WordingKind): string {
  const braced = `{${typed}}`
  const meant = nearest ? ` Vouliez-vous écrire ${bracedName(nearest)}${NBSP}?` : ' Choisissez-en un avec « Insérer ».'
  switch (what) {
    case 'unknown':
      return `${braced} n’existe pas.${meant}`
    case 'elsewhere':
      return `${braced} ne peut pas être rempli sur ${ON[kind]}.${nearest ? meant : ''}`
    case 'unclosed':
      return `L’accolade ouverte avant «${NBSP}${typed}${NBSP}» n’est pas fermée.${nearest ? meant : ''}`
    case 'unopened':
      return `L’accolade fermée après «${NBSP}${typed}${NBSP}» n’a pas été ouverte.${nearest ? meant : ''}`
    case 'empty':
      return `Il n’y a rien entre ces accolades.${meant}`
  }
}
