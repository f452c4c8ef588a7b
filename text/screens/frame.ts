import type { Freshness } from '../../contract/desk.ts'
import type { TroubleCode } from '../../contract/refusals.ts'
import type { Instant } from '../../domain/time.ts'
import { formatMoment, formatSince, NBSP, plural } from '../format.ts'
import { TROUBLE_SENTENCES } from '../fr.ts'
import { FIRST_SYNC, isPassing, sayShare } from './first-sync.ts'

/** The frame around every screen: the rail, the top, how fresh the data is. */
export const FRAME = {
  product: 'Pupitre',
  screens: 'Écrans',
  today: 'Aujourd’hui',
  requests: 'Demandes',
  seats: 'Places et logiciels',
  session: 'Session',
  payments: 'Règlements',
  papers: 'Impressions',
  review: 'À revoir',
  exchanges: 'Échanges',
  settings: 'Réglages',
  thingsWaiting: (count: number): string => `${count} ${plural(count, 'chose attend', 'choses attendent')}`,
  waiting: (count: number): string => `${count} en attente`,
  toReview: (count: number): string => `${count} à revoir`,
  exchangeNow: 'Échanger maintenant',
  exchanging: 'Échange en cours…',
  changeOperator: 'Changer de personne',
  close: 'Fermer',
  shortcuts: 'Raccourcis clavier (?)',
  moreToasts: (count: number): string => `${count} ${plural(count, 'autre', 'autres')} à annuler`,
  fewerToasts: 'Replier',
  openedAgain: `Pupitre est déjà ouvert${NBSP}: voici sa fenêtre.`,
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
 * How fresh the data is, in two sentences. « À jour » is said only when this PC and HQ were found to hold the same, and nothing waits
 * here to be transmitted.
 */
export function sayFreshness(freshness: Freshness, now: Instant, timeZone: string): FreshnessWords {
  const { trouble, troubleSince, lastSyncedAt, toTransmit, agreement, firstSync } = freshness
  const left = toTransmit > 0 ? `${toTransmit}${NBSP}${plural(toTransmit, 'action', 'actions')} à transmettre` : null
  if (trouble) {
    const { title, advice: usual } = TROUBLE_SENTENCES[trouble]
    // Until everything is here nothing can be done: nobody is sent back to work.
    const advice =
      firstSync && isPassing(trouble)
        ? `${firstSync.total > 0 ? `${sayShare(firstSync)}. ` : ''}${FIRST_SYNC.later}`
        : usual
    return {
      title: troubleSince ? `${title} ${formatSince(troubleSince, now, timeZone)}` : title,
      text: left ? `${left}. ${advice}` : advice,
    }
  }
  if (firstSync)
    return {
      title: FIRST_SYNC.underWay,
      text: firstSync.total > 0 ? `${sayShare(firstSync)}.` : FIRST_SYNC.waiting,
    }
  if (!lastSyncedAt)
    return {
      title: 'Premier échange en attente',
      text: left ? `${left}.` : 'Rien n’est perdu, continuez à travailler.',
    }
  const moment = formatMoment(lastSyncedAt, now, timeZone)
  if (agreement === 'differs') return { title: left ?? `Reçu ${moment}`, text: AGREEMENT.differs }
  if (left) return { title: left, text: `Dernier échange ${moment}.` }
  if (agreement === 'agrees') return { title: `À jour ${moment}`, text: AGREEMENT.agrees }
  return {
    title: agreement === 'unknown' ? `Reçu ${moment}, vérification en cours` : `Reçu ${moment}`,
    text: AGREEMENT[agreement],
  }
}

/** Troubles that no exchange can put right while they last: what waits here may then leave as a file. */
const RESCUED: readonly TroubleCode[] = ['hq-refuses-device', 'app-too-old', 'identity-forked']
const LONG_OUTAGE = 86_400_000

/** Whether the rescue file is worth proposing: the network is out for a day, or HQ takes nothing from this PC that way. */
export function callsForRescue(
  { trouble, troubleSince }: Pick<Freshness, 'trouble' | 'troubleSince'>,
  now: Instant,
): boolean {
  // HQ refuses the files of a PC that it has revoked as it refuses its requests.
  if (!trouble || trouble === 'device-revoked') return false
  return (
    RESCUED.includes(trouble) || (troubleSince !== null && Date.parse(now) - Date.parse(troubleSince) > LONG_OUTAGE)
  )
}

/** Whether « À jour » may be said. */
export function isUpToDate({
  trouble,
  agreement,
  toTransmit,
  lastSyncedAt,
  firstSync,
}: Pick<Freshness, 'trouble' | 'agreement' | 'toTransmit' | 'lastSyncedAt' | 'firstSync'>): boolean {
  return trouble === null && lastSyncedAt !== null && !firstSync && agreement === 'agrees' && toTransmit === 0
}

const AGREEMENT: Readonly<Record<Freshness['agreement'], string>> = {
  agrees: 'Tout est transmis au siège.',
  differs: 'Une différence avec le siège est en cours de réparation. Ce que vous avez fait est gardé.',
  unknown: 'Tout est transmis au siège.',
  unverifiable: 'Tout est transmis. Mettez Pupitre à jour pour vérifier que rien ne manque.',
}

/** What HQ could not read stays here until someone looks: the words of the link to it. */
export function sayQuarantined(count: number): string {
  return `${count} ${plural(count, 'action', 'actions')} que le siège n’a pas pu lire${NBSP}: ${plural(count, 'gardée', 'gardées')} ici, appelez le siège.`
}
