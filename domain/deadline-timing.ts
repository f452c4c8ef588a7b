import { addSeconds, type Instant } from './time.ts'

/** Before this a deadline is near. */
export const SOON_SECONDS = 24 * 3600

/** Where a moment stands before a deadline: it is over, it is near, or there is time. */
export type DeadlineTiming = 'over' | 'soon' | 'ahead'

export function deadlineTiming(at: Instant, now: Instant): DeadlineTiming {
  if (at <= now) return 'over'
  return at <= addSeconds(now, SOON_SECONDS) ? 'soon' : 'ahead'
}
