import { useSyncExternalStore } from 'react'
import type { Instant } from '../domain/time.ts'

/** A reading of the desk's clock: what it said, and when it was asked, in the milliseconds of `performance.now()`. */
export type ClockReading = { now: Instant; askedAt: number }

let last: ClockReading | null = null
const listeners = new Set<() => void>()

/** Keeps what the desk's clock said. The window has none of its own: between two readings it only counts what elapses. */
export function noteDeskClock(now: Instant, askedAt: number): void {
  last = { now, askedAt }
  for (const listener of listeners) listener()
}

/** The last reading; null before the first. */
export function useClockReading(): ClockReading | null {
  return useSyncExternalStore(subscribe, () => last)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
