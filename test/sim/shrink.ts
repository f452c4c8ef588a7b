import type { HqSide } from './play/hq-side.ts'
import type { Plan } from './play/plan.ts'
import { runPlan, type SeedResult } from './play/run-seed.ts'

/** Enough for a day of two hundred events; what is not found by then would hardly be shorter. */
const RUNS_AT_MOST = 160

/**
 * The shortest day found that breaks the same promise: events are taken away by halves, then by quarters, down to one by one, for as
 * long as the day still breaks.
 */
export async function shrink(hq: HqSide, plan: Plan, failed: SeedResult): Promise<SeedResult> {
  let events = plan.events.slice(0, failed.played)
  let shortest = failed
  let runs = 0
  for (let size = Math.ceil(events.length / 2); size >= 1 && runs < RUNS_AT_MOST; ) {
    let removed = false
    for (let from = 0; from < events.length && runs < RUNS_AT_MOST; ) {
      const fewer = [...events.slice(0, from), ...events.slice(from + size)]
      runs++
      const result = await runPlan(hq, { ...plan, events: fewer })
      if (result.broken?.oracle === failed.broken?.oracle) {
        events = fewer.slice(0, result.played)
        shortest = result
        removed = true
      } else from += size
    }
    if (size === 1 && !removed) break
    size = size === 1 ? 1 : Math.ceil(size / 2)
  }
  return shortest
}
