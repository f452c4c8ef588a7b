/**
 * One first sync from a recording, in a process of its own: `node test/bench/first-sync.ts <way> <recording> [database file]`.
 * `pull`: through `pullSnapshot`; `bare`: the same rows, already decoded, inserted into the same tables; `backend`: all that a PC does,
 * enrolment and comparison with HQ included. Prints a `FirstSync` as JSON.
 */
import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import type { SnapshotAnswer } from '../../contract/hq.ts'
import { encode } from '../../db/codec.ts'
import { openDatabase } from '../../db/open.ts'
import { readSyncState } from '../../db/sync-state.ts'
import { stayModest } from '../../main/memory.ts'
import { pullSnapshot } from '../../main/sync/pull.ts'
import { readRows } from '../../main/sync/read-rows.ts'
import { MONDAY } from '../helpers/rows.ts'
import { openBenchBackend } from './bench-backend.ts'
import { timed } from './medians.ts'
import { clientOf, fileOf, RECORDED_URL, recordedFetch } from './recording.ts'

/** `emptyMb`: before it began. */
export type FirstSync = { rows: number; ms: number; emptyMb: number; peakMb: number }

const STATUS = '/proc/self/status'

type Done = Pick<FirstSync, 'rows' | 'ms'>

const [, , way, recording = '', kept] = process.argv
const folder = mkdtempSync(path.join(tmpdir(), 'pupitre-bench-'))
const file = kept ?? path.join(folder, 'pupitre.sqlite')
const ways: Record<string, () => Promise<Done>> = { pull, bare, backend }
if (way === 'backend') stayModest()
const emptyMb = mostMegabytes()
const done = await ways[way ?? '']?.()
rmSync(folder, { recursive: true })
console.log(JSON.stringify({ ...done, emptyMb, peakMb: mostMegabytes() }))

/** Of memory held by this process at any moment until now. */
function mostMegabytes(): number {
  // On Linux `maxRSS` begins at what the parent held when it started this process, and the parent holds an HQ.
  const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(existsSync(STATUS) ? readFileSync(STATUS, 'utf8') : '') ?? []
  return Number(kilobytes ?? process.resourceUsage().maxRSS) / 1024
}

async function pull(): Promise<Done> {
  const db = await openDatabase(file)
  const options = { appVersion: '0.1.0', clock: { now: () => MONDAY }, random: (bytes: number) => randomBytes(bytes) }
  let trouble: unknown
  const ms = await timed(async () => {
    trouble = await pullSnapshot(db, clientOf(recordedFetch(recording)), { ...options, onProgress: () => {} })
  })
  if (trouble) throw new Error(`not brought: ${trouble}`)
  const { snapshotDone } = await readSyncState(db)
  await db.destroy()
  return { rows: Number(snapshotDone), ms }
}

/** Only the inserts and their transactions are timed. */
async function bare(): Promise<Done> {
  await (await openDatabase(file)).destroy()
  const sqlite = new Sqlite(file)
  for (const pragma of ['synchronous = FULL', 'foreign_keys = ON', 'temp_store = MEMORY']) sqlite.pragma(pragma)
  const inserts = new Map<string, Sqlite.Statement>()
  const done = { rows: 0, ms: 0 }
  const here = new Set<string>()
  const insertAll = sqlite.transaction((rows: readonly [Sqlite.Statement, unknown[]][]) => {
    for (const [insert, values] of rows) insert.run(values)
  })
  for (const { rows } of pages()) {
    const read = readRows(rows)
    if ('invalid' in read) throw new Error(read.invalid)
    // A candidate of the session under way comes twice: once is enough for a bare insert.
    const news = read.known.filter(({ entity, id }) => {
      const before = here.size
      return here.add(`${entity}/${id}`).size > before
    })
    const decoded = news.map(({ entity, value, revision }): [Sqlite.Statement, unknown[]] => {
      const stored = { ...encode(entity, value as never), revision }
      const insert = inserts.get(entity) ?? sqlite.prepare(insertInto(entity, Object.keys(stored)))
      inserts.set(entity, insert)
      return [insert, Object.values(stored)]
    })
    done.ms += await timed(async () => insertAll(decoded))
    done.rows += decoded.length
  }
  sqlite.close()
  return done
}

async function backend(): Promise<Done> {
  const opened = await openBenchBackend(path.dirname(file), recordedFetch(recording))
  const ms = await timed(() => opened.firstSync({ hqUrl: RECORDED_URL, code: 'RECORDED' }))
  await opened.stop()
  return { rows: 0, ms }
}

function* pages(): Generator<SnapshotAnswer> {
  for (let next: string | null = ''; next !== null; ) {
    const search: string = next === '' ? '' : `?page=${encodeURIComponent(next)}`
    const file = fileOf(recording, new URL(`/v1/snapshot${search}`, RECORDED_URL))
    const page: SnapshotAnswer = JSON.parse(readFileSync(file, 'utf8'))
    yield page
    next = page.next
  }
}

function insertInto(entity: string, fields: readonly string[]): string {
  const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  return `insert into ${snake(entity)} (${fields.map(snake)}) values (${fields.map(() => '?')})`
}
