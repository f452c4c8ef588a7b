import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type KyselyPlugin, sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openDatabase } from '../../db/open.ts'
import { putRow } from '../../db/rows.ts'
import type { Db } from '../../db/schema.ts'
import { saveSyncState } from '../../db/sync-state.ts'
import { type Chance, chanceOf } from '../../hq/sample/chance.ts'
import { runClick } from '../../main/commands/run-click.ts'
import { anEntry, anOffering, MONDAY, rennes, rennesSettings } from '../helpers/rows.ts'

/**
 * What a disk may hold after a power cut: everything up to the last fsync, and of what was written since, any sectors and any length.
 * SQLite writes the journal (WAL) and syncs it at each commit; now and then it then writes the pages into the database and syncs that.
 */
type Disk = { database: Buffer; wal: Buffer }

const SECTOR = 512
const CLICKS = 20

const context = {
  clock: { now: () => MONDAY },
  random: (bytes: number) => randomBytes(bytes),
  operator: { id: 'anne', name: 'Anne Hervé', role: 'secretary' as const, active: true },
}

let folder: string
let file: string
let db: Db
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'pupitre-power-'))
  file = path.join(folder, 'pupitre.sqlite')
  db = await openDatabase(file)
  await db.transaction().execute(async (tx) => {
    await putRow(tx, { entity: 'centre', value: rennes }, 1)
    await putRow(tx, { entity: 'centreSettings', value: rennesSettings }, 1)
    await putRow(tx, { entity: 'offering', value: anOffering({ seats: 500 }) }, 1)
    await saveSyncState(tx, { deviceId: 'device-1', series: 'A', centreId: 'rennes', snapshotComplete: '1' })
    for (let n = 0; n < 2 * CLICKS; n++)
      await putRow(tx, { entity: 'entry', value: anEntry({ id: `entry-${n}`, requestId: `request-${n}` }) }, 1)
  })
})
afterEach(async () => {
  await db.destroy()
  rmSync(folder, { recursive: true, force: true })
})

function readDisk(): Disk {
  return {
    database: readFileSync(file),
    wal: existsSync(`${file}-wal`) ? readFileSync(`${file}-wal`) : Buffer.alloc(0),
  }
}

/** Calls back after each statement that goes through this database, in the middle of transactions. */
function afterEachStatement(observe: () => void): KyselyPlugin {
  return {
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      observe()
      return result
    },
  }
}

/** A click as people make them: an answer, or an answer with money and its receipt. */
async function click(on: Db, n: number): Promise<string[]> {
  const entryId = `entry-${n}`
  const answer = { name: 'entry.prevalidate' as const, args: { requestId: `request-${n}`, entryIds: [entryId] } }
  const payment = {
    name: 'payment.record' as const,
    args: {
      sessionId: '2027-01',
      payer: { kind: 'candidate', id: 'candidate-1' },
      method: 'cheque',
      amount: 5000,
      currency: 'EUR',
      receivedOn: '2026-11-23',
      reference: null,
      allocations: [{ entryId, amount: 5000 }],
    },
  }
  const { results } = await runClick(on, n % 2 ? [answer, payment] : [answer], context)
  return results.map((result) => (result.ok ? result.commandId : JSON.stringify(result)))
}

/** Of what was written since `before` was synced: any sectors, or all of them; up to any length the file had in between. */
function torn(before: Buffer, after: Buffer, chance: Chance): Buffer {
  const mixed = Buffer.from(after.subarray(0, chance.int(Math.min(before.length, after.length), after.length)))
  if (chance.int(0, 3) === 0) return mixed
  for (let at = 0; at < mixed.length; at += SECTOR) {
    if (chance.int(0, 1) === 0) continue
    const end = Math.min(at + SECTOR, mixed.length)
    mixed.fill(0, at, end)
    if (at < before.length) before.copy(mixed, at, at, end)
  }
  return mixed
}

/** Opens what the disk held, as the application will at its next start, and says what is wrong with it. */
async function problemsOf(disk: Disk, answered: readonly string[], name: string): Promise<string[]> {
  const copy = path.join(folder, name, 'pupitre.sqlite')
  mkdirSync(path.dirname(copy))
  writeFileSync(copy, disk.database)
  writeFileSync(`${copy}-wal`, disk.wal)
  const reopened = await openDatabase(copy)
  try {
    const problems: string[] = []
    const { rows } = await sql<{ integrityCheck: string }>`pragma integrity_check`.execute(reopened)
    if (rows[0]?.integrityCheck !== 'ok') problems.push(`integrity: ${rows[0]?.integrityCheck}`)
    const commands = await reopened
      .selectFrom('command')
      .select(['id', 'name', 'clickId', 'sequence', 'args'])
      .execute()
    const kept = new Set(commands.map(({ id }) => id))
    problems.push(...answered.filter((id) => !kept.has(id)).map((id) => `lost: ${id}`))
    const held = await reopened.selectFrom('entry').select('id').where('status', '=', 'prevalidated').execute()
    const copies = await reopened.selectFrom('shadow').select('id').execute()
    const paid = await reopened.selectFrom('payment').select('id').execute()
    const last = await reopened
      .selectFrom('syncState')
      .select('value')
      .where('key', '=', 'lastSequence')
      .executeTakeFirst()
    const answers = commands.filter((command) => command.name === 'entry.prevalidate').length
    const payments = commands.length - answers
    const halves = { answers, held: held.length, copies: copies.length, payments, paid: paid.length, last: last?.value }
    const whole = { answers, held: answers, copies: answers, payments, paid: payments, last: String(commands.length) }
    if (JSON.stringify(halves) !== JSON.stringify(whole) && commands.length > 0)
      problems.push(`half there: ${JSON.stringify(halves)}`)
    if (payments !== Math.floor(answers / 2)) problems.push(`half a click: ${answers} answers, ${payments} payments`)
    return problems
  } finally {
    await reopened.destroy()
    rmSync(path.dirname(copy), { recursive: true })
  }
}

describe('the power goes', () => {
  test('the journal is synced at each commit: what the copies below stand on', async () => {
    expect((await sql<{ journalMode: string }>`pragma journal_mode`.execute(db)).rows).toEqual([{ journalMode: 'wal' }])
    expect((await sql<{ synchronous: number }>`pragma synchronous`.execute(db)).rows).toEqual([{ synchronous: 2 }])
  })

  test.each([
    ['in the middle of any click', 1000, 2000, CLICKS],
    ['while pages go from the journal into the database', 8, 2000, CLICKS],
    ['when a click was too large for the memory and went to the journal before its end', 1000, 3, 6],
  ])(
    '%s: every answered click is there, none by half',
    { timeout: 60_000 },
    async (_, checkpointPages, cachePages, clicks) => {
      await sql`pragma wal_autocheckpoint = ${sql.lit(checkpointPages)}`.execute(db)
      await sql`pragma cache_size = ${sql.lit(cachePages)}`.execute(db)
      const chance = chanceOf(checkpointPages + cachePages)
      const problems: string[] = []
      const answered: string[] = []
      let cuts = 0
      const cut = async (disk: Disk) => {
        cuts += 1
        problems.push(...(await problemsOf(disk, answered, `cut-${cuts}`)).map((problem) => `cut ${cuts}: ${problem}`))
      }
      let checkpoints = 0
      for (let n = 0; n < clicks; n++) {
        const synced = readDisk()
        const seen: Disk[] = []
        const observed = db.withPlugin(
          afterEachStatement(() => {
            const disk = readDisk()
            if (!disk.wal.equals((seen.at(-1) ?? synced).wal)) seen.push(disk)
          }),
        )
        const commandIds = await click(observed, n)
        const after = readDisk()
        // Before the commit's fsync: the journal by sectors, the database as it was.
        for (const disk of [...seen, { wal: after.wal, database: synced.database }])
          for (let time = 0; time < 3; time++)
            await cut({ database: synced.database, wal: torn(synced.wal, disk.wal, chance) })
        answered.push(...commandIds)
        // After it: the journal is whole; the database by sectors, if pages were on their way into it.
        await cut({ wal: after.wal, database: synced.database })
        if (after.database.equals(synced.database)) continue
        checkpoints += 1
        for (let time = 0; time < 4; time++)
          await cut({ wal: after.wal, database: torn(synced.database, after.database, chance) })
      }
      expect(problems).toEqual([])
      expect(cuts).toBeGreaterThanOrEqual(clicks * 4)
      if (checkpointPages < 1000) expect(checkpoints).toBeGreaterThan(3)
    },
  )
})
