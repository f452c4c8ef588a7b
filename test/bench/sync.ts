/**
 * `npm run bench:sync`: what exchanges cost. A first sync from a recording of HQ's answers against bare inserts of the same rows, its
 * memory, and what HQ took to answer; a rebase after an outage against the clicks it replays; an idle hour. Prints; judges nothing.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { LISTEN_SECONDS } from '../../main/sync/schedule.ts'
import { findPostgres } from '../../scripts/tools/find-postgres.ts'
import type { Engine } from '../helpers/hq-database.ts'
import { bundle } from './bundle.ts'
import type { FirstSync } from './first-sync.ts'
import { idleHour } from './idle-hour.ts'
import { median } from './medians.ts'
import { pendingRebase } from './pending-rebase.ts'
import { recordFirstSync } from './record-first-sync.ts'

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '100000' },
    pending: { type: 'string', default: '500' },
    changes: { type: 'string', default: '1000' },
    repeats: { type: 'string', default: '5' },
    /** Seconds for which HQ holds a request. */
    hold: { type: 'string', default: String(LISTEN_SECONDS) },
    /** Whether HQ is measured on PostgreSQL too, where there is one. */
    postgresql: { type: 'boolean', default: false },
  },
})
const [rows, pending, changes, repeats, hold] = [
  values.rows,
  values.pending,
  values.changes,
  values.repeats,
  values.hold,
].map(Number) as [number, number, number, number, number]
const folder = mkdtempSync(path.join(tmpdir(), 'pupitre-bench-'))
const recording = path.join(folder, 'recording')
const synced = path.join(folder, 'synced.sqlite')
const program = await bundle(path.join(import.meta.dirname, 'first-sync.ts'))

await record('pglite', recording)
if (values.postgresql && (await findPostgres()).found) await record('postgresql', path.join(folder, 'postgresql'))
firstSyncs()
await rebases()
await idle()
for (const made of [folder, program]) rmSync(made, { recursive: true })

async function record(engine: Engine, into: string): Promise<void> {
  mkdirSync(into)
  const { pages, bytes } = await recordFirstSync(engine, rows, into)
  const all = pages.reduce((sum, ms) => sum + ms, 0)
  console.log(
    `HQ on ${engine}: ${pages.length} pages, ${megabytes(bytes)} of JSON in ${seconds(all)} (a page: median ${median(pages).toFixed(0)} ms, longest ${Math.max(...pages).toFixed(0)} ms)`,
  )
}

/** Each in a process of its own, in turn, so that a slow moment of the machine falls on all. */
function firstSyncs(): void {
  const pulls: FirstSync[] = []
  const bare: FirstSync[] = []
  const whole: FirstSync[] = []
  for (let repeat = 0; repeat < repeats; repeat++) {
    pulls.push(firstSync('pull', ...(repeat === 0 ? [synced] : [])))
    bare.push(firstSync('bare'))
    whole.push(firstSync('backend'))
  }
  const [pull, insert] = [medianOf(pulls, 'ms'), medianOf(bare, 'ms')]
  console.log(
    `first sync of ${pulls[0]?.rows} rows: ${seconds(pull)}, bare inserts ${seconds(insert)}, ratio ${(pull / insert).toFixed(2)} (medians of ${repeats})`,
  )
  console.log(
    `whole backend, compared with HQ at the end: ${seconds(medianOf(whole, 'ms'))}, memory ${medianOf(whole, 'peakMb').toFixed(0)} MB at most, ${medianOf(whole, 'emptyMb').toFixed(0)} MB before (medians of ${repeats})`,
  )
}

function firstSync(...args: string[]): FirstSync {
  const [way = '', ...more] = args
  return JSON.parse(
    execFileSync(process.execPath, [path.join(program, 'index.js'), way, recording, ...more], { encoding: 'utf8' }),
  )
}

async function rebases(): Promise<void> {
  const { click, page, pageAlone, doubtful } = await pendingRebase(synced, { pending, changes, repeats })
  const whole = page / pending
  const replay = (page - pageAlone) / pending
  console.log(
    `rebase of ${pending} pending over ${changes} changes: ${page.toFixed(0)} ms, ${pageAlone.toFixed(0)} ms with nothing pending; a command ${whole.toFixed(2)} ms, page included (${replay.toFixed(2)} ms without), first time ${click.toFixed(2)} ms, ratio ${(whole / click).toFixed(2)} (${doubtful} doubtful; medians of ${repeats})`,
  )
}

async function idle(): Promise<void> {
  const { heldFor, requests, bytes, queries, queriesOfAll, pcs } = await idleHour(hold)
  console.log(
    `idle hour of a PC, requests held ${heldFor.toFixed(1)} s: ${requests.toFixed(0)} requests, ${(bytes / 1000).toFixed(0)} kB; HQ's queries meanwhile: ${queries} for one PC, ${queriesOfAll} for ${pcs}`,
  )
}

function medianOf(runs: readonly FirstSync[], what: 'ms' | 'peakMb' | 'emptyMb'): number {
  return median(runs.map((run) => run[what]))
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}
