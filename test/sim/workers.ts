import { setFlagsFromString } from 'node:v8'
import { Worker } from 'node:worker_threads'
import { HqSide } from './play/hq-side.ts'
import type { SeedResult } from './play/run-seed.ts'
import type { Order, Report, WorkerData } from './worker.ts'

/** A seed that has not ended by then never will. */
const SEED_MS = 90_000
/** Shrinking plays it a hundred times. */
const SHRINK_MS = 15 * 60_000

export type Pool = { ready: WorkerData['ready'] }

export async function readyPool(): Promise<Pool> {
  // Threads share PGlite's code. V8 (Node 24) dies of « jit_page_->allocations_.erase » now and then when it frees some of it while threads end.
  setFlagsFromString('--no-wasm-code-gc')
  setFlagsFromString('--no-flush-liftoff-code')
  const { dump, ...compiled } = await HqSide.readyMade()
  return { ready: { ...compiled, dump: new Uint8Array(await dump.arrayBuffer()) } }
}

/** One thread, given seeds one at a time. A seed that kills its thread, or never ends, is broken like any other. */
export class SeedWorker {
  readonly #data: WorkerData
  #thread: Worker | null = null

  constructor({ ready }: Pool, name: string, fault: string | null = null) {
    this.#data = { name, ready, fault }
  }

  async play(order: Order): Promise<Report> {
    try {
      this.#thread ??= await this.#start()
      return await this.#ask(this.#thread, order)
    } catch (error) {
      await this.stop()
      const saw = error instanceof Error ? String(error.stack) : String(error)
      const oracle = saw.includes('no end') ? ('reading-ends' as const) : ('no-surprise' as const)
      const nothing = { digest: '', commands: 0, refusals: 0, interleavings: 0, played: 0, story: [] }
      const result: SeedResult = { seed: order.seed, ...nothing, broken: { oracle, saw } }
      return { result, shortest: null }
    }
  }

  async stop(): Promise<void> {
    const thread = this.#thread
    this.#thread = null
    await thread?.terminate()
  }

  async #start(): Promise<Worker> {
    const thread = new Worker(new URL('./worker.ts', import.meta.url), { workerData: this.#data })
    await answerOf(thread, SEED_MS, () => {})
    return thread
  }

  #ask(thread: Worker, order: Order): Promise<Report> {
    const patience = order.shrink ? SHRINK_MS : SEED_MS
    return answerOf(thread, patience, () => thread.postMessage(order)) as Promise<Report>
  }
}

/** The next message of a thread; rejects when it dies or says nothing. */
function answerOf(thread: Worker, patience: number, ask: () => void): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => end(() => reject(new Error('no end in sight'))), patience)
    const listeners = {
      message: (message: unknown) => end(() => resolve(message)),
      error: (error: unknown) => end(() => reject(error)),
      exit: (code: unknown) => end(() => reject(new Error(`the thread ended with ${code}`))),
    }
    function end(then: () => void): void {
      clearTimeout(timer)
      for (const [event, listener] of Object.entries(listeners)) thread.off(event, listener)
      then()
    }
    for (const [event, listener] of Object.entries(listeners)) thread.on(event, listener)
    ask()
  })
}

/** Plays seeds on several threads; the results come in the order of the seeds, whatever thread was quickest. */
export async function playSeeds(
  pool: Pool,
  orders: readonly Order[],
  { workers, onReport }: { workers: number; onReport: (report: Report) => void },
): Promise<Report[]> {
  const left = [...orders]
  const reports: Report[] = []
  const threads = Array.from({ length: Math.min(workers, orders.length) }, (_, n) => new SeedWorker(pool, `w${n}`))
  await Promise.all(
    threads.map(async (thread) => {
      for (let order = left.shift(); order; order = left.shift()) {
        const report = await thread.play(order)
        reports.push(report)
        onReport(report)
      }
      await thread.stop()
    }),
  )
  return reports.sort((a, b) => a.result.seed - b.result.seed)
}
