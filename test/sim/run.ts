/**
 * `npm run sim -- --seeds 200 --from 1`: plays seeds, each a day of many PCs with a bad network, crashes and wrong clocks, around the real
 * sync, commands and HQ. `--seed 17` plays one and tells it whole. Exit code 1 when a promise broke.
 */
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { ORACLES } from './oracle/broken.ts'
import { closingLine, tellStory } from './tell.ts'
import type { Order } from './worker.ts'
import { playSeeds, readyPool, SeedWorker } from './workers.ts'

/** Every so many seeds, one is played twice: the same day must come out. */
const TWICE_EVERY = 20
const STORIES_AT_MOST = 3

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '200' },
    from: { type: 'string', default: '1' },
    workers: { type: 'string', default: String(availableParallelism()) },
    seed: { type: 'string' },
  },
})

const pool = await readyPool()
if (values.seed !== undefined) await playOne(Number(values.seed))
else await playMany(Number(values.from), Number(values.seeds))

async function playOne(seed: number): Promise<void> {
  const worker = new SeedWorker(pool, 'one')
  const { result, shortest } = await worker.play({ seed, twice: true, shrink: true })
  await worker.stop()
  for (const [n, sentence] of result.story.entries()) say(`${String(n + 1).padStart(4)}. ${sentence}`)
  say(`Log of this day: ${result.digest}`)
  if (result.broken) say(tellStory(result, shortest ?? result))
  end([result])
}

async function playMany(from: number, count: number): Promise<void> {
  const orders = Array.from({ length: count }, (_, n): Order => ({ seed: from + n, twice: n % TWICE_EVERY === 0 }))
  const reports = await playSeeds(pool, orders, {
    workers: Number(values.workers),
    onReport: ({ result: { seed, broken } }) => {
      if (broken) say(`Seed ${seed} breaks « ${ORACLES[broken.oracle]} »: ${broken.saw}`)
    },
  })
  const failed = reports.filter(({ result }) => result.broken).slice(0, STORIES_AT_MOST)
  const told = await playSeeds(
    pool,
    failed.map(({ result: { seed } }) => ({ seed, shrink: true })),
    { workers: Number(values.workers), onReport: () => {} },
  )
  for (const { result, shortest } of told) say(tellStory(result, shortest ?? result))
  end(reports.map(({ result }) => result))
}

function end(results: Parameters<typeof closingLine>[0]): void {
  say(closingLine(results))
  process.exitCode = results.some(({ broken }) => broken) ? 1 : 0
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
