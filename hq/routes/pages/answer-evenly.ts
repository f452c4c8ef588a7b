import { setTimeout } from 'node:timers/promises'
import type { Hq } from '../../hq.ts'

/** Longer than what is answered evenly ever takes on a machine that is not overwhelmed. */
const EVEN_MS = 250

/**
 * Does some work, and gives its result a fixed time after it was asked for: how long it took would tell what was found, such as
 * whether somebody registered at an address. What fails is told no sooner.
 */
export async function evenly<T>({ evenPause }: Pick<Hq, 'evenPause'>, work: Promise<T>): Promise<T> {
  const [done] = await Promise.allSettled([work, evenPause ? evenPause() : setTimeout(EVEN_MS)])
  if (done.status === 'rejected') throw done.reason
  return done.value
}
