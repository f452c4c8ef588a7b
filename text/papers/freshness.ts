import type { Freshness } from '../../contract/desk.ts'
import type { Instant } from '../../domain/time.ts'
import { formatDateTime, NBSP, plural } from '../format.ts'
import { isUpToDate } from '../screens/frame.ts'

/**
 * How fresh a paper's data are: « données du 23/11/2026 à 09 h 47 · à jour avec le siège ». Like the screen, a paper says « à jour »
 * only when this PC and HQ were found to hold the same.
 */
export function freshnessWords(freshness: Freshness, now: Instant, timeZone: string): string {
  const { trouble, troubleSince, toTransmit, lastSyncedAt, agreement } = freshness
  const words = [`données du ${formatDateTime(now, timeZone)}`]
  if (trouble) words.push(`hors connexion depuis le ${formatDateTime(troubleSince ?? now, timeZone)}`)
  if (toTransmit > 0)
    words.push(`${toTransmit}${NBSP}${plural(toTransmit, 'action', 'actions')} à transmettre au siège`)
  if (isUpToDate(freshness)) words.push('à jour avec le siège')
  else if (!trouble && agreement === 'differs') words.push('différence avec le siège en cours de réparation')
  else if (!trouble && toTransmit === 0 && lastSyncedAt)
    words.push(`reçu du siège le ${formatDateTime(lastSyncedAt, timeZone)}`)
  return words.join(' · ')
}
