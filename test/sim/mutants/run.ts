/**
 * `npm run sim:mutants`: plants each fault in turn in the code that the simulator runs, and plays seeds until an oracle sees it. A fault
 * that no seed shows has survived, and the exit code is 1: the oracles are not good enough, or the fault is none.
 */
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { ORACLES } from '../oracle/broken.ts'
import { type Pool, readyPool, SeedWorker } from '../workers.ts'
import { type Fault, faults } from './faults.ts'

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '60' },
    workers: { type: 'string', default: String(availableParallelism()) },
    only: { type: 'string' },
    /** One fault in so many, from the first. */
    every: { type: 'string', default: '1' },
  },
})

/** What is argued in words is only looked at again. */
const SEEDS_FOR_EQUIVALENT = 5

type Verdict = 'caught' | 'survived' | 'equivalent'

const pool = await readyPool()
const left = faults.filter(
  ({ name }, index) => index % Number(values.every) === 0 && (values.only === undefined || name.includes(values.only)),
)
const verdicts: Verdict[] = []
/** Whether a seed holds in the code as it is, asked once a seed. */
const healthy = new Map<number, Promise<boolean>>()
await Promise.all(
  Array.from({ length: Number(values.workers) }, async (_, n) => {
    for (let fault = left.shift(); fault; fault = left.shift()) verdicts.push(await judge(pool, fault, `m${n}`))
  }),
)
const count = (verdict: Verdict) => verdicts.filter((one) => one === verdict).length
if (count('equivalent') > 0) say(`${count('equivalent')} more change nothing that anybody can see, as said above.`)
say(`${count('caught') + count('survived')} faults, ${count('caught')} caught, ${count('survived')} survived`)
process.exitCode = count('survived') > 0 ? 1 : 0

async function judge(pool: Pool, fault: Fault, thread: string): Promise<Verdict> {
  const worker = new SeedWorker(pool, thread, fault.name)
  try {
    const seeds = fault.equivalent === undefined ? Number(values.seeds) : SEEDS_FOR_EQUIVALENT
    for (const seed of [...(fault.rare ? [fault.rare] : []), ...Array.from({ length: seeds }, (_, n) => n + 1)]) {
      const { broken } = (await worker.play({ seed })).result
      if (!broken) continue
      // A seed that breaks without any fault proves nothing about this one.
      if (!broken.saw.includes('finds its place') && !(await holds(pool, seed))) continue
      if (fault.equivalent !== undefined || broken.saw.includes('finds its place')) return survived(fault, broken.saw)
      say(`caught     ${fault.name}: seed ${seed}, « ${ORACLES[broken.oracle]} »`)
      return 'caught'
    }
  } finally {
    await worker.stop()
  }
  if (fault.equivalent === undefined) return survived(fault, `${values.seeds} seeds`)
  say(`equivalent ${fault.name}: ${fault.equivalent}`)
  return 'equivalent'
}

function holds(pool: Pool, seed: number): Promise<boolean> {
  const known = healthy.get(seed) ?? playHealthy(pool, seed)
  healthy.set(seed, known)
  return known
}

async function playHealthy(pool: Pool, seed: number): Promise<boolean> {
  const worker = new SeedWorker(pool, `healthy-${seed}`)
  const { broken } = (await worker.play({ seed })).result
  await worker.stop()
  if (broken) say(`Seed ${seed} breaks without any fault: ${broken.saw}`)
  return broken === null
}

function survived({ name, equivalent }: Fault, why: string): Verdict {
  say(`SURVIVED   ${name}: ${equivalent === undefined ? why : `said to be equivalent, yet ${why}`}`)
  return 'survived'
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
