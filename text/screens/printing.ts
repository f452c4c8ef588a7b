import type { PrintAnswer } from '../../contract/desk-printing.ts'
import { MOST_COPIES } from '../../contract/limits.ts'
import { NBSP } from '../format.ts'

type PrintRefusal = Extract<PrintAnswer, { ok: false }>['code']

/** « Imprimer… » : a stored paper and a printer of this PC. */
export const PRINTING = {
  ask: 'Imprimer…',
  askOf: (title: string): string => `Imprimer ${title}`,
  title: 'Imprimer',
  printer: 'Imprimante',
  choose: 'à choisir',
  copies: 'Exemplaires',
  copiesWrong: `Un nombre de 1 à ${MOST_COPIES}.`,
  looking: 'Recherche des imprimantes…',
  none: `Aucune imprimante n’est installée sur ce poste. Le document est enregistré${NBSP}: ouvrez le PDF, ou enregistrez-le ailleurs.`,
  noneReason: 'Aucune imprimante n’est installée sur ce poste.',
  chooseFirst: 'Choisissez d’abord une imprimante.',
  gone: (label: string): string =>
    `L’imprimante «${NBSP}${label}${NBSP}» n’est plus sur ce poste. Choisissez-en une autre.`,
  one: 'Un reçu et un avoir n’ont qu’un original. Pour un autre exemplaire, imprimez un duplicata.',
  sentBefore: (when: string): string =>
    `Cet original est déjà parti à l’imprimante ${when}. S’il a été remis, imprimez plutôt un duplicata.`,
  envelopes: 'Mettez d’abord des enveloppes DL dans l’imprimante.',
  now: 'Imprimer',
  sending: 'Envoi…',
  sent: (title: string, printer: string): string => `Envoyé à ${printer}${NBSP}: ${title}`,
  open: 'Ouvrir le PDF',
  back: 'Fermer',
  save: 'Enregistrer sous…',
  saved: (path: string): string => `Enregistré${NBSP}: ${path}`,
  saveFailed:
    'Le fichier n’a pas pu être écrit à cet endroit, peut-être plein ou protégé. Le document reste sur ce poste.',
  failed: {
    'not-found': 'Le fichier n’est plus sur ce poste.',
    'printer-gone': `Cette imprimante n’est plus sur ce poste. Le document reste enregistré${NBSP}: choisissez-en une autre.`,
    'not-printed': `L’imprimante n’a pas pris le document. Il reste enregistré${NBSP}: réessayez, choisissez-en une autre, ou ouvrez le PDF.`,
  } satisfies Readonly<Record<PrintRefusal, string>>,
} as const

/** Why papers that are issued could not all be printed. */
export const PRINTING_STOPS: Readonly<Record<'cancelled' | 'not-made' | 'not-stored' | 'not-issued', string>> = {
  cancelled: 'Impression arrêtée.',
  'not-made': 'La page n’a pas pu être préparée. Réessayez.',
  'not-stored': `Les fichiers n’ont pas pu être enregistrés${NBSP}: le disque est peut-être plein.`,
  'not-issued': 'Ce poste n’a pas pu noter ce qui était émis.',
}
