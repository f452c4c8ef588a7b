import type { DocumentRow } from '../../contract/desk.ts'
import { NBSP, plural } from '../format.ts'

type Paper = Pick<DocumentRow, 'fileName'>

/** Impressions: what can be printed for the session, and what was. */
export const PAPERS = {
  title: 'Impressions',
  summary: (sittings: number): string => `${sittings} ${plural(sittings, 'épreuve', 'épreuves')} à préparer`,
  sittings: 'Feuilles d’émargement et listes d’appel',
  sittingsText: 'À partir des inscriptions validées, vingt candidats par page.',
  columns: {
    when: 'Date',
    exam: 'Épreuve',
    room: 'Salle',
    confirmed: 'Validés',
    last: 'Dernière version',
    actions: 'Actions',
  },
  never: 'jamais imprimée',
  version: (version: number): string => `version ${version}`,
  sheet: 'Feuille d’émargement',
  sheetOf: (what: string): string => `Feuille d’émargement, ${what}`,
  rollCall: 'Liste d’appel',
  rollCallOf: (what: string): string => `Liste d’appel, ${what}`,
  nobody: 'Personne n’est encore validé pour cette épreuve.',
  making: 'Préparation…',
  opening: 'Ouverture…',
  opened: ({ fileName }: Paper): string => `${fileName}${NBSP}: ouvert`,
  /** @param file where it is, whole */
  notOpened: (file: string): string => `Enregistré, mais aucun programme de ce poste n’a pu l’ouvrir${NBSP}: ${file}`,
  /** After what was said of the click that made it. */
  after: (said: string, opened: string): string => `${said}. ${opened}`,
  reopen: 'Rouvrir',
  openFolder: 'Ouvrir le dossier',
  folderNotOpened: 'Le dossier n’a pas pu être ouvert.',
  failed: {
    'not-found': 'Ce document n’existe plus sur ce poste.',
    'not-made': 'La page n’a pas pu être préparée. Rien n’est perdu, réessayez.',
    'not-stored': `La page n’a pas pu être enregistrée${NBSP}: le disque est peut-être plein. Rien n’est perdu.`,
  },
  history: 'Documents faits sur ce poste',
  historyColumns: { madeAt: 'Fait le', title: 'Document', madeBy: 'Par', actions: 'Actions' },
  historyEmpty: 'Aucun document n’a encore été fait pour cette session.',
  duplicate: 'DUPLICATA',
  printCopy: 'Imprimer un duplicata',
  printCopyOf: (what: string): string => `Imprimer un duplicata${NBSP}: ${what}`,
  cancelledBy: (creditNote: string): string => `annulé par l’avoir ${creditNote}`,
  open: 'Ouvrir',
  openTitle: (title: string): string => `Ouvrir ${title}`,
  gone: 'Le fichier n’est plus sur ce poste.',
  emptyTitle: 'Aucune épreuve n’est programmée',
  emptyText: `Les dates et les salles de la session apparaîtront ici${NBSP}: chacune aura sa feuille d’émargement.`,
} as const
