import { readFileSync } from 'node:fs'
import { type Clock, isInstant } from '../domain/time.ts'

/** The machine's own clock. */
export const wallClock: Clock = { now: () => new Date(Date.now()).toISOString() }

/**
 * A clock that reads its instant (`2026-11-23T08:41:00.000Z`) from a file at every call: the tour and the tests move time by
 * replacing the file. Throws when the file is missing or holds anything else: a test must not drift to the real time unseen.
 */
export function fileClock(path: string): Clock {
  return {
    now() {
      const instant = readFileSync(path, 'utf8').trim()
      if (!isInstant(instant)) throw new Error(`the clock file ${path} holds no instant: « ${instant} »`)
      return instant
    },
  }
}

/** The clock of this start: the file's when one is named, the machine's otherwise. */
export function clockFrom(file: string | null): Clock {
  return file === null ? wallClock : fileClock(file)
}
