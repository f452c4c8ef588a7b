import type { TextSize, Theme } from '../../contract/choices.ts'
import type { LocalDate } from '../../domain/time.ts'
import { formatDayLong, NBSP, plural } from '../format.ts'

/** Réglages: its sections, this PC, the appearance. */
export const SETTINGS = {
  title: 'Réglages',
  sections: 'Sections des réglages',
  section: {
    appearance: 'Apparence',
    'this-desk': 'Ce poste',
    texts: 'Textes du centre',
    wordings: 'Textes des documents',
    letterhead: 'Logo et signature',
    days: 'Jours fermés et délai',
  },
  managerOnly: 'Un responsable du centre peut les changer.',
  changedMeanwhile: 'Quelqu’un l’a changé entre-temps. Votre saisie est gardée ; vérifiez-la et enregistrez à nouveau.',
  save: 'Enregistrer',
  startAgain: 'Repartir de ce qui est enregistré',
} as const

export const APPEARANCE = {
  intro: 'Pour vous seulement, sur ce poste. Chaque personne retrouve la sienne.',
  theme: 'Couleurs',
  themes: { system: 'Comme le système', light: 'Clair', dark: 'Sombre' } satisfies Record<Theme, string>,
  contrast: 'Contraste',
  contrasts: { system: 'Comme le système', more: 'Élevé' },
  textSize: 'Taille du texte et de l’écran',
  sizes: (size: TextSize): string => (size === 100 ? `Normale` : `${size}${NBSP}%`),
  motion: 'Mouvements',
  motions: { system: 'Comme le système', reduced: 'Réduits' },
  letters: 'Raccourcis d’une seule lettre',
  lettersTick: 'Une lettre seule agit (R, G puis D…)',
  lettersHint: `À décocher si vous dictez au micro ou si une touche part trop facilement${NBSP}: ceux avec Ctrl ou Alt restent.`,
} as const

export const THIS_DESK = {
  intro: 'Ce que l’assistance vous demandera au téléphone.',
  name: 'Nom du poste',
  centre: 'Centre',
  series: 'Série des reçus et des avoirs',
  seriesHint: 'La lettre qui commence leurs numéros. Elle est propre à ce poste.',
  folder: 'Dossier des données',
  folderHint: 'La base, les documents imprimés et les sauvegardes. Ne le placez jamais dans un dossier partagé.',
  openFolder: 'Ouvrir le dossier',
  notOpened: 'Le dossier n’a pas pu être ouvert. Son chemin est écrit ici.',
  lastBackup: 'Dernière sauvegarde',
  backup: (on: LocalDate, bytes: number): string => `${formatDayLong(on)}, ${sayBytes(bytes)}`,
  noBackup: 'Aucune pour l’instant',
  backupHint: 'Faite chaque jour d’elle-même ; les sept dernières sont gardées.',
  free: 'Place libre sur le disque',
  unknown: 'Le système ne le dit pas',
  hq: 'Adresse du siège',
  versions: 'Versions',
  version: (app: string, database: number, contract: number): string =>
    `Pupitre ${app} · base de données ${database} · échanges ${contract}`,
  none: 'Pas encore connu',
} as const

const UNITS = ['octet', 'ko', 'Mo', 'Go', 'To'] as const

/** « 12,4 Go », by thousands as disks are sold. */
export function sayBytes(bytes: number): string {
  let value = bytes
  let unit = 0
  while (value >= 999.5 && unit < UNITS.length - 1) {
    value /= 1000
    unit += 1
  }
  const digits = unit < 2 || value >= 99.5 ? 0 : 1
  const number = value.toLocaleString('fr-FR', { minimumFractionDigits: digits, maximumFractionDigits: digits })
  return `${number}${NBSP}${unit === 0 ? plural(bytes, 'octet', 'octets') : UNITS[unit]}`
}
