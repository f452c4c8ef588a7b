/**
 * `npm run kills -- --times 60 --seed 1`: the real desk backend, twice, and the real HQ on PostgreSQL, each in a process of its own,
 * killed outright at moments drawn from the seed while two people click. Every click that was answered is looked for afterwards.
 */
import { randomInt } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { aKilledCentre } from './killed-centre.ts'
import { killAll, lastLines } from './own-process.ts'

const { values } = parseArgs({
  options: { times: { type: 'string', default: '60' }, seed: { type: 'string' } },
})
const times = Number(values.times)
const seed = values.seed === undefined ? randomInt(1, 1_000_000) : Number(values.seed)
if (!Number.isInteger(times) || times < 1 || !Number.isInteger(seed)) throw new Error('--times N [--seed N]')
console.log(`seed ${seed}`)

const folder = mkdtempSync(path.join(tmpdir(), 'pupitre-kills-'))
// Compiled once, in the first processes, which end in order: every later start takes half the time.
process.env.NODE_COMPILE_CACHE = path.join(folder, 'compiled')
let tidied: Promise<void> | null = null
const onEnd: (() => Promise<void>)[] = []

/** Nothing outlives this run, not even one that is interrupted. */
function tidy(): Promise<void> {
  tidied ??= (async () => {
    // What is waited for does not by itself keep this process alive.
    const alive = setInterval(() => undefined, 1000)
    await killAll()
    for (const end of onEnd) await end()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    clearInterval(alive)
  })()
  return tidied
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(signal, () => {
    void tidy().finally(() => process.exit(130))
  })

try {
  const { kills, clicks, lost, broken } = await aKilledCentre({ folder, times, seed, onEnd })
  for (const line of [...lost.map((id) => `lost: ${id}`), ...broken].slice(0, 40)) console.error(line)
  if (lost.length + broken.length > 0) console.error(lastLines.slice(-40).join('\n'))
  console.log(`${kills} kills, ${clicks} clicks answered, ${lost.length} lost, ${broken.length} broken`)
  process.exitCode = lost.length + broken.length === 0 ? 0 : 1
} catch (error) {
  // Interrupted: what was killed for it complains, and nobody asked.
  if (!tidied) console.error(lastLines.slice(-40).join('\n'), error)
  process.exitCode = 1
} finally {
  await tidy()
}
