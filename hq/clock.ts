import { readFileSync } from 'node:fs'
import { type Clock, isInstant } from '../domain/time.ts'

/** The machine's clock. */
export const wallClock: Clock = { now: () => new Date().toISOString() }

/**
 * A clock that stands where a file says (one UTC instant, 24 characters) and is read at each call, so that whoever holds the
 * file moves the time.
 * @throws when the file cannot be read or holds no instant: a demonstration must not slip back to the wall clock unseen
 */
export function fileClock(file: string): Clock {
  return {
    now() {
      const text = readFileSync(file, 'utf8').trim()
      if (!isInstant(text)) throw new RangeError(`No instant in ${file}: ${text.slice(0, 40)}`)
      return text
    },
  }
}
