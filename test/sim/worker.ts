import { parentPort, workerData } from 'node:worker_threads'
import { plant } from './mutants/plant.ts'
import type { ReadyMade } from './play/hq-side.ts'
import type { SeedResult } from './play/run-seed.ts'

/** A thread with an HQ of its own: plays the seeds it is sent, one after the other. */

export type WorkerData = { name: string; ready: Omit<ReadyMade, 'dump'> & { dump: Uint8Array }; fault: string | null }
export type Order = { seed: number; twice?: boolean; shrink?: boolean }
export type Report = { result: SeedResult; shortest: SeedResult | null }

const { name, ready, fault } = workerData as WorkerData
// Before anything of the project is loaded: what is planted is in the code that runs.
if (fault !== null) plant(fault)

const { HqSide } = await import('./play/hq-side.ts')
const { planOf } = await import('./play/plan.ts')
const { nameThread, runPlan } = await import('./play/run-seed.ts')
const { shrink } = await import('./shrink.ts')

nameThread(name)
const hq = await HqSide.open({ ...ready, dump: new Blob([ready.dump as Uint8Array<ArrayBuffer>]) })

async function play({ seed, twice = false, shrink: wanted = false }: Order): Promise<Report> {
  const plan = planOf(seed)
  const result = await runPlan(hq, plan)
  if (twice && !result.broken && (await runPlan(hq, plan)).digest !== result.digest)
    result.broken = { oracle: 'deterministic', saw: 'played again, the day went otherwise' }
  return { result, shortest: wanted && result.broken ? await shrink(hq, plan, result) : null }
}

parentPort?.on('message', (order: Order) => {
  play(order).then(
    (report) => parentPort?.postMessage(report),
    (error) => {
      throw error
    },
  )
})
parentPort?.postMessage('ready')
