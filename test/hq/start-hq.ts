import { onTestFinished } from 'vitest'
import { anHq, type HqOptions, type RunningHq } from '../helpers/an-hq.ts'
import { smallWorld, type WorldOptions } from '../helpers/world.ts'

/** An HQ for as long as the test lasts. */
export async function startHq(options: HqOptions = {}): Promise<RunningHq> {
  const hq = await anHq(options)
  onTestFinished(() => hq.stop())
  return hq
}

/** The same with one small centre in it. */
export async function startHqWith(world: WorldOptions, options: HqOptions = {}) {
  const made = smallWorld(world)
  return { hq: await startHq({ ...options, worlds: [made] }), world: made }
}
