import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Broken, type Oracle } from '../oracle/broken.ts'
import { endInQuiet } from '../oracle/check-end.ts'
import { Day } from './day.ts'
import { happen } from './happenings.ts'
import type { HqSide } from './hq-side.ts'
import type { Plan } from './plan.ts'

export type SeedResult = {
  seed: number
  /** Of everything that happened, in order. */
  digest: string
  commands: number
  refusals: number
  interleavings: number
  /** Events played before it broke, or all of them. */
  played: number
  broken: { oracle: Oracle; saw: string } | null
  story: string[]
}

/** Memory rather than disk: what is proved of the disk is proved by real kills, and memory is ten times quicker. */
const SCRATCH = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

/** Plays a plan from an empty HQ to quiet, and says what broke. */
export async function runPlan(hq: HqSide, plan: Plan): Promise<SeedResult> {
  const day = new Day(hq, plan, path.join(SCRATCH, `pupitre-sim-${process.pid}-${threadName()}`))
  let played = 0
  const said = console.error
  const surprises: string[] = []
  console.error = (...given: unknown[]) => {
    const error = given.find((one) => one instanceof Error)
    if (error?.name !== 'PcDied')
      surprises.push(given.map((one) => (one instanceof Error ? one.stack : String(one))).join(' '))
  }
  let broken: SeedResult['broken'] = null
  const surprised = () => {
    if (surprises[0]) throw new Broken('no-surprise', surprises[0])
  }
  try {
    await day.begin()
    for (const event of plan.events) {
      played++
      await happen(day, event)
      surprised()
    }
    day.tell('The network is good again, and everybody stops clicking.')
    await endInQuiet(day)
    surprised()
  } catch (error) {
    broken =
      error instanceof Broken
        ? { oracle: error.oracle, saw: error.message }
        : { oracle: 'no-surprise', saw: error instanceof Error ? String(error.stack) : String(error) }
  } finally {
    console.error = said
    day.close()
  }
  for (const outcome of day.truth.outcomes.values()) day.note(JSON.stringify(outcome))
  const outcomes = [...day.truth.outcomes.values()]
  return {
    seed: plan.seed,
    digest: day.digest,
    commands: day.truth.commands.size,
    refusals: outcomes.filter(({ code }) => code !== null).length,
    interleavings: day.interleavings,
    played,
    broken,
    story: day.story,
  }
}

let thread = 'main'

/** Names the scratch folder of this thread, so that workers of one process do not write over each other. */
export function nameThread(name: string): void {
  thread = name
}

function threadName(): string {
  return thread
}
