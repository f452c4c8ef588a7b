import type { Freshness } from '../../contract/desk.ts'
import { NBSP, plural } from '../format.ts'
import { TROUBLE_SENTENCES } from '../fr.ts'

/** The frame around every screen: the rail, the top, how fresh the data is. */
export const FRAME = {
  product: 'Pupitre',
  screens: 'Écrans',
  requests: 'Demandes',
  seats: 'Places et logiciels',
  payments: 'Règlements',
  papers: 'Impressions',
  review: 'À revoir',
  waiting: (count: number): string => `${count} en attente`,
  toReview: (count: number): string => `${count} à revoir`,
  session: 'Session',
  search: 'Rechercher un candidat',
  searchHint: 'Nom, NUC, téléphone…',
  searchKey: 'Ctrl K',
  clearSearch: 'Effacer la recherche',
  exchangeNow: 'Échanger maintenant',
  exchanging: 'Échange en cours…',
  changeOperator: 'Changer de personne',
  close: 'Fermer',
  moreToasts: (count: number): string => `${count} ${plural(count, 'autre', 'autres')} à annuler`,
  fewerToasts: 'Replier',
  skipToContent: 'Aller au contenu',
  openUntil: (when: string): string => `Inscriptions ouvertes jusqu’au ${when}`,
  openUntilVaries: (when: string): string => `Inscriptions ouvertes, première clôture le ${when}`,
  opensAt: (when: string): string => `Inscriptions à partir du ${when}`,
  closedSince: (when: string): string => `Inscriptions closes depuis le ${when}`,
  noSession: 'Aucune session',
  noSessionTitle: 'Aucune session n’est encore publiée',
  noSessionText: 'Le siège n’a pas encore envoyé de session d’examen. Elle apparaîtra ici d’elle-même.',
} as const

export const TROUBLE = {
  loading: 'Chargement…',
  title: 'Cette page n’a pas pu s’afficher',
  text: `Rien de ce qui est enregistré n’est perdu. Réessayez${NBSP}; si cela continue, fermez Pupitre et ouvrez-le à nouveau.`,
  retry: 'Réessayer',
  notDone: 'L’action n’a pas été faite.',
  notDoneText: `Rien n’a été enregistré. Réessayez${NBSP}; si cela continue, fermez Pupitre et ouvrez-le à nouveau.`,
} as const

export type FreshnessWords = { title: string; text: string }

/**
 * How fresh the data is, in two sentences.
 * @param when how to write an instant in the centre's zone
 */
export function sayFreshness(freshness: Freshness, when: (instant: string) => string): FreshnessWords {
  const { trouble, troubleSince, lastSyncedAt, toTransmit } = freshness
  const left = toTransmit > 0 ? `${toTransmit} ${plural(toTransmit, 'action', 'actions')} à transmettre.` : null
  if (trouble) {
    const { title, advice } = TROUBLE_SENTENCES[trouble]
    return {
      title: troubleSince ? `${title} depuis ${when(troubleSince)}` : title,
      text: left ? `${left} ${advice}` : advice,
    }
  }
  if (!lastSyncedAt)
    return { title: 'Premier échange en attente', text: left ?? 'Rien n’est perdu, continuez à travailler.' }
  return { title: `À jour à ${when(lastSyncedAt)}`, text: left ?? 'Tout est transmis au siège.' }
}

/** What HQ could not read stays here until someone looks: the words of the link to it. */
export function sayQuarantined(count: number): string {
  return `${count} ${plural(count, 'action', 'actions')} que le siège n’a pas pu lire${NBSP}: ${plural(count, 'gardée', 'gardées')} ici, appelez le siège.`
}
