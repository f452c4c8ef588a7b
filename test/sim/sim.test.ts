import { afterAll, beforeAll, expect, test } from 'vitest'
import { HqSide } from './play/hq-side.ts'
import { planOf } from './play/plan.ts'
import { runPlan } from './play/run-seed.ts'
import { tellStory } from './tell.ts'
import { readyPool, SeedWorker } from './workers.ts'

let hq: HqSide
/** Each plays whole days. */
const PATIENCE = 120_000

beforeAll(async () => {
  hq = await HqSide.open()
}, PATIENCE)

test.each([1, 2, 3, 4])(
  'seed %i holds, and the same seed is the same day',
  async (seed) => {
    const first = await runPlan(hq, planOf(seed))
    expect(first.broken && tellStory(first, first)).toBeNull()
    expect(first.commands).toBeGreaterThan(0)
    expect((await runPlan(hq, planOf(seed))).digest).toBe(first.digest)
  },
  PATIENCE,
)

test(
  'two seeds are two days',
  async () => {
    expect((await runPlan(hq, planOf(5))).digest).not.toBe((await runPlan(hq, planOf(6))).digest)
  },
  PATIENCE,
)

test(
  'a planted fault is caught, and told as a short story',
  async () => {
    const worker = new SeedWorker(await readyPool(), 'planted', 'HQ judges by the clock of the desk')
    afterAll(() => worker.stop())
    for (let seed = 1; seed <= 20; seed++) {
      const { result, shortest } = await worker.play({ seed, shrink: true })
      if (!result.broken || !shortest) continue
      expect(shortest.broken?.oracle).toBe(result.broken.oracle)
      expect(shortest.played).toBeLessThanOrEqual(result.played)
      const story = tellStory(result, shortest)
      expect(story).toContain(`Seed ${seed} breaks « HQ’s outcome, its reason and its rows are what the rule says`)
      expect(story).toMatch(/: accepted/)
      expect(story).toContain(`npm run sim -- --seed ${seed}`)
      return
    }
    expect.unreachable('twenty seeds did not show it')
  },
  PATIENCE,
)
