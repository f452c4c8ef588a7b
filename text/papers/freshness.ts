import type { Freshness } from '../../contract/desk.ts'
import type { Instant } from '../../domain/time.ts'
import { formatDateTime, NBSP, plural } from '../format.ts'

/** How fresh a paper's data are: « données du 23/11/2026 à 09 h 47 · à jour avec le siège ». */
export function freshnessWords(freshness: Freshness, now: Instant, timeZone: string): string {
  const { trouble, troubleSince, toTransmit } = freshness
  const words = [`données du ${formatDateTime(now, timeZone)}`]
  if (trouble) words.push(`hors connexion depuis le ${formatDateTime(troubleSince ?? now, timeZone)}`)
  if (toTransmit > 0)
    words.push(`${toTransmit}${NBSP}${plural(toTransmit, 'action', 'actions')} à transmettre au siège`)
  if (!trouble && toTransmit === 0) words.push('à jour avec le siège')
  return words.join(' · ')
}
