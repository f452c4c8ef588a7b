import type { Instant } from '../../domain/time.ts'
import { formatDayTimeFrom } from '../../text/format.ts'

/** By the clocks of Paris, where the siège is: « mar. 24 nov. 14 h 30 ». */
export function sayMoment(at: Instant, now: Instant): string {
  return formatDayTimeFrom(at, now, 'Europe/Paris')
}
