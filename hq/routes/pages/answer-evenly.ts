import { setTimeout } from 'node:timers/promises'

/** Longer than what is answered evenly ever takes on a machine that is not overwhelmed. */
const EVEN_MS = 250

/**
 * Does some work, and gives its result a fixed time after it was asked for: how long it took would tell what was found, such as
 * whether somebody registered at an address.
 */
export async function evenly<T>(work: Promise<T>): Promise<T> {
  const [result] = await Promise.all([work, setTimeout(EVEN_MS)])
  return result
}
