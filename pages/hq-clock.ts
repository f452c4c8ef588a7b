import { useEffect, useState } from 'react'
import { addSeconds, type Instant } from '../domain/time.ts'

/** How often what is said of the present is said again, in milliseconds: windows open and close to the minute. */
const TICK = 5000

let last: { now: Instant; askedAt: number } | null = null

/** Keeps what HQ's clock said. The visitor's own may be wrong: between two answers, only what elapses is counted. */
export function noteHqClock(now: Instant, askedAt: number): void {
  last = { now, askedAt }
}

/** HQ's present; null before its first answer. */
export function hqNow(): Instant | null {
  return last && addSeconds(last.now, Math.floor((performance.now() - last.askedAt) / 1000))
}

/** HQ's present as a screen shows it, a few seconds old at most. `fallback`: what the last answer said, for a first drawing. */
export function useHqNow(fallback: Instant): Instant {
  const [now, setNow] = useState<Instant | null>(hqNow)
  useEffect(() => {
    const timer = setInterval(() => setNow(hqNow()), TICK)
    return () => clearInterval(timer)
  }, [])
  return now !== null && now > fallback ? now : fallback
}
