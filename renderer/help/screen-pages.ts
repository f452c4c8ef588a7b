import type { HelpPage } from '../../text/screens/help.ts'
import type { Screen } from '../frame/office.tsx'

/** The page of the guide that F1 opens on each screen. */
export const SCREEN_PAGES: Readonly<Record<Screen, HelpPage>> = {
  today: 'aujourd-hui',
  requests: 'repondre-aux-demandes',
  seats: 'places-et-logiciels',
  session: 'sessions-et-seances',
  payments: 'encaisser',
  papers: 'impressions',
  review: 'a-revoir',
  exchanges: 'echanges',
  settings: 'reglages',
}
