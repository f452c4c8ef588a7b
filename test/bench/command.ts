/**
 * `npm run bench:command`: what a pre-validation costs at the desk (load, decide, rows, command, durable), as a ratio to the same bare
 * writes in one better-sqlite3 transaction on the same file. Prints ratios; judges nothing.
 */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import Sqlite from 'better-sqlite3'
import { encode } from '../../db/codec.ts'
import { openDatabase } from '../../db/open.ts'
import { putRow } from '../../db/rows.ts'
import type { Db } from '../../db/schema.ts'
import { saveSyncState } from '../../db/sync-state.ts'
import { runClick } from '../../main/commands/run-click.ts'
import { anEntry, anOffering, MONDAY, rennes, rennesSettings } from '../helpers/rows.ts'
import { median, quantile, timed } from './medians.ts'

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '200' },
    entries: { type: 'string', multiple: true, default: ['2000', '20000'] },
  },
})
const RUNS = Number(values.runs)
const WARM_UP = Math.ceil(RUNS / 10)
/** A centre's: a dozen a session, over the years. */
const OFFERINGS = 40

const context = {
  clock: { now: () => MONDAY },
  random: (bytes: number) => randomBytes(bytes),
  operator: { id: 'anne', name: 'Anne Hervé', role: 'secretary' as const, active: true },
}

for (const entries of values.entries.map(Number)) {
  const folder = mkdtempSync(path.join(tmpdir(), 'pupitre-bench-'))
  const file = path.join(folder, 'pupitre.sqlite')
  const db = await openDatabase(file)
  await fill(db, entries)
  const bare = new Sqlite(file)
  bare.pragma('synchronous = FULL')
  const writeBare = bareWrites(bare)
  const asked: number[] = []
  const written: number[] = []
  // In turn, so that a slow moment of the machine falls on both.
  for (let run = 0; run < RUNS + WARM_UP; run++) {
    const command = await timed(() => prevalidate(db, run))
    const plain = await timed(async () => writeBare(run))
    if (run >= WARM_UP) {
      asked.push(command)
      written.push(plain)
    }
  }
  const ratio = median(asked) / median(written)
  console.log(
    `${entries} entries: pre-validation ${median(asked).toFixed(2)} ms, bare writes ${median(written).toFixed(2)} ms, ratio ${ratio.toFixed(2)} (medians of ${RUNS}; p95 ${quantile(asked, 0.95).toFixed(2)} / ${quantile(written, 0.95).toFixed(2)} ms)`,
  )
  bare.close()
  await db.destroy()
  rmSync(folder, { recursive: true })
}

async function fill(db: Db, entries: number): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await saveSyncState(tx, { deviceId: 'device-1', series: 'B', snapshotComplete: '1' })
    await putRow(tx, { entity: 'centre', value: rennes }, 1)
    await putRow(tx, { entity: 'centreSettings', value: rennesSettings }, 1)
    for (let n = 0; n < OFFERINGS; n++)
      await putRow(tx, { entity: 'offering', value: anOffering({ id: `offering-${n}`, seats: 9999 }) }, 1)
    for (let n = 0; n < entries; n++) {
      // One in two already holds a seat: the count of seats has rows to count.
      const status = n % 2 ? 'confirmed' : 'requested'
      const offeringId = `offering-${Math.floor(n / 2) % OFFERINGS}`
      await putRow(
        tx,
        { entity: 'entry', value: anEntry({ id: `entry-${n}`, requestId: `request-${n}`, offeringId, status }) },
        1,
      )
    }
  })
}

async function prevalidate(db: Db, run: number): Promise<void> {
  const args = { requestId: `request-${run * 2}`, entryIds: [`entry-${run * 2}`] }
  const { results } = await runClick(db, [{ name: 'entry.prevalidate', args }], context)
  if (!results[0]?.ok) throw new Error(`not pre-validated: ${JSON.stringify(results)}`)
}

/** The four rows that a pre-validation leaves: the entry, its confirmed copy, the command, the sequence. */
function bareWrites(sqlite: Sqlite.Database): (run: number) => void {
  const row = { ...encode('entry', anEntry({ status: 'prevalidated' })), revision: 1 }
  const columns = Object.keys(row).map((name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`))
  const entry = sqlite.prepare(
    `insert or replace into entry (${columns}) values (${Object.keys(row).map((name) => `@${name}`)})`,
  )
  const shadow = sqlite.prepare('insert into shadow values (?, ?, ?, 1)')
  const command = sqlite.prepare(
    `insert into command values (@id, @sequence, 1, 'device-1', @json, @at, 'entry.prevalidate', @json, '[]', @at, 'applied', @id, @touches, 0, null, null, null, null)`,
  )
  const sequence = sqlite.prepare("insert or replace into sync_state values ('bench', ?)")
  const json = JSON.stringify(anEntry())
  return sqlite.transaction((run: number) => {
    entry.run({ ...row, id: `bare-${run}` })
    shadow.run('entry', `bare-${run}`, json)
    command.run({ id: `bare-${run}`, sequence: 1_000_000 + run, json, at: MONDAY, touches: '["entry/entry-1"]' })
    sequence.run(String(run))
  })
}
