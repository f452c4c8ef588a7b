import { randomBytes } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { listNotices } from '../db/notices.ts'
import type { Db } from '../db/schema.ts'
import { readSyncState, saveSyncState } from '../db/sync-state.ts'
import { addSeconds, type Instant } from '../domain/time.ts'
import { breakPage, fillDesk } from '../test/helpers/broken-desk.ts'
import { MONDAY } from '../test/helpers/rows.ts'
import { listBackups, makeBackup } from './backups.ts'
import { runClick } from './commands/run-click.ts'
import { undoClick } from './commands/undo-click.ts'
import { CannotOpen, openDesk } from './open-desk.ts'
import { databaseFile, type Restored, restoreBackup } from './restore-backup.ts'

let dataFolder: string
let file: string
let db: Db
let now: Instant
const clock = { now: () => now }
const random = (bytes: number) => randomBytes(bytes)
const operator = { id: 'anne', name: 'Anne Hervé', role: 'secretary' as const, active: true }

beforeEach(async () => {
  now = MONDAY
  dataFolder = mkdtempSync(path.join(tmpdir(), 'pupitre-restore-'))
  file = databaseFile(dataFolder)
  db = await openDesk(dataFolder)
  await fillDesk(db)
})
afterEach(async () => {
  await db.destroy()
  rmSync(dataFolder, { recursive: true, force: true })
})

async function prevalidate(n: number) {
  const args = { requestId: `request-${n}`, entryIds: [`entry-${n}`] }
  const { results, undo } = await runClick(db, [{ name: 'entry.prevalidate', args }], { clock, random, operator })
  if (!results[0]?.ok) throw new Error(JSON.stringify(results))
  return { id: results[0].commandId, clickId: undo?.clickId ?? '' }
}

/** Money, and its receipt. */
async function pay(n: number) {
  const args = {
    sessionId: '2027-01',
    payer: { kind: 'candidate', id: 'candidate-1' },
    method: 'cheque',
    amount: 5000,
    currency: 'EUR',
    receivedOn: '2026-11-23',
    reference: null,
    allocations: [{ entryId: `entry-${n}`, amount: 5000 }],
  }
  const drafts = [
    { name: 'payment.record' as const, args },
    { name: 'receipt.issue' as const, args: { paymentId: null }, after: [0] },
  ]
  const { results } = await runClick(db, drafts, { clock, random, operator })
  return results.map((result) => (result.ok ? result.commandId : result.code))
}

async function damage(how: () => void): Promise<Buffer> {
  await db.destroy()
  how()
  return readFileSync(file)
}

async function restore(): Promise<Restored> {
  now = addSeconds(now, 3600)
  const backup = listBackups(dataFolder).find(({ takenAt }) => takenAt !== null)
  if (!backup) throw new Error('no backup')
  const restored = await restoreBackup({ dataFolder, backup, clock, random })
  db = await openDesk(dataFolder)
  return restored
}

async function openingProblem(): Promise<string> {
  const opened = await openDesk(dataFolder).catch((error: unknown) => error)
  if (!(opened instanceof CannotOpen)) throw new Error('it opened')
  return opened.sentence
}

const register = () =>
  db.selectFrom('command').select(['id', 'name', 'state', 'sequence']).orderBy('sequence').execute()
const status = async (n: number) =>
  (await db.selectFrom('entry').select('status').where('id', '=', `entry-${n}`).executeTakeFirst())?.status

describe('restoring a backup', () => {
  test('loses nothing of this PC’s own work when the damaged file can still be read', async () => {
    const before = await prevalidate(1)
    const undoneLater = await prevalidate(2)
    await makeBackup(db, { dataFolder, clock })
    expect(await undoClick(db, undoneLater.clickId, { clock, random, operatorName: operator.name })).toBe(true)
    const answered = await prevalidate(3)
    const [payment, receipt] = await pay(3)
    const applied = await prevalidate(4)
    await db.updateTable('command').set({ state: 'applied', settledAt: now }).where('id', '=', applied.id).execute()
    const undone = await prevalidate(5)
    await undoClick(db, undone.clickId, { clock, random, operatorName: operator.name })
    const damaged = await damage(() => breakPage(file, 'entry', { which: 'all' }))
    expect(await openingProblem()).toContain('Le fichier des données est abîmé')

    const restored = await restore()
    expect(restored).toMatchObject({ pending: 4, unread: 0 })
    expect(await register()).toEqual([
      { id: before.id, name: 'entry.prevalidate', state: 'waiting', sequence: 1 },
      { id: undoneLater.id, name: 'entry.prevalidate', state: 'cancelled', sequence: 2 },
      { id: answered.id, name: 'entry.prevalidate', state: 'waiting', sequence: 3 },
      { id: payment, name: 'payment.record', state: 'waiting', sequence: 4 },
      { id: receipt, name: 'receipt.issue', state: 'waiting', sequence: 5 },
      // The copy has not seen HQ's outcome: sent again, it is answered as the first time.
      { id: applied.id, name: 'entry.prevalidate', state: 'sending', sequence: 6 },
      { id: undone.id, name: 'entry.prevalidate', state: 'cancelled', sequence: 7 },
    ])
    expect(await Promise.all([1, 2, 3, 4, 5].map(status))).toEqual([
      'prevalidated',
      'requested',
      'prevalidated',
      'prevalidated',
      'requested',
    ])
    expect(await db.selectFrom('payment').select(['revision', 'amount']).execute()).toEqual([
      { revision: 0, amount: 5000 },
    ])
    expect(await db.selectFrom('receipt').select('number').execute()).toEqual([{ number: '2026-A-000001' }])
    expect(readFileSync(restored.aside ?? '').equals(damaged)).toBe(true)
    expect((await readSyncState(db)).lastSequence).toBe('7')
    expect((await prevalidate(6)).id).toBe((await register()).at(-1)?.id)
  })

  test('is marked: no receipt is numbered before HQ gives a new series, money is recorded, and it is told', async () => {
    await makeBackup(db, { dataFolder, clock })
    await damage(() => breakPage(file, 'entry'))
    await restore()
    expect((await readSyncState(db)).restoredAt).toBe(now)
    expect(await pay(1)).toEqual([expect.stringMatching(/^0/), 'series-awaited'])
    expect(await listNotices(db)).toEqual([
      expect.objectContaining({ kind: 'restored', detail: { backupAt: MONDAY, pending: 0 } }),
    ])
  })

  test('takes what can be read of a damaged register, and counts what cannot', async () => {
    await makeBackup(db, { dataFolder, clock })
    for (let n = 0; n < 60; n++) await prevalidate(n)
    await damage(() => breakPage(file, 'command'))
    const { pending, unread } = await restore()
    expect(unread).toBeGreaterThan(0)
    expect(pending).toBeGreaterThan(30)
    expect(pending + (unread ?? 0)).toBe(60)
    expect((await register()).map(({ sequence }) => sequence)).toEqual(Array.from({ length: pending }, (_, n) => n + 1))
  })

  test('says that a file gave nothing when it is a database no more', async () => {
    await prevalidate(1)
    await makeBackup(db, { dataFolder, clock })
    await prevalidate(2)
    await damage(() => writeFileSync(file, 'Ceci n’est pas une base.'.repeat(2000)))
    expect(await restore()).toMatchObject({ pending: 0, unread: null })
    expect(await Promise.all([1, 2].map(status))).toEqual(['prevalidated', 'requested'])
  })

  test('forgets keys that were half way to a new identity: the PC that the copy was taken from may have used them', async () => {
    await saveSyncState(db, { nextPrivateKey: 'key', nextAgeIdentity: 'identity', privateKey: 'kept' })
    await makeBackup(db, { dataFolder, clock })
    await damage(() => breakPage(file, 'entry'))
    await restore()
    const { privateKey, nextPrivateKey, nextAgeIdentity } = await readSyncState(db)
    expect([privateKey, nextPrivateKey, nextAgeIdentity]).toEqual(['kept', undefined, undefined])
  })

  test('that cannot be put in place changes nothing, at the next start neither', async () => {
    await makeBackup(db, { dataFolder, clock })
    const damaged = await damage(() => breakPage(file, 'entry'))
    // Something stands where the damaged file would go.
    mkdirSync(path.join(`${file}.abime-${MONDAY.replace(/[-:.]/g, '')}`, 'in the way'), { recursive: true })
    const before = readdirSync(dataFolder).sort()
    const [backup] = listBackups(dataFolder)
    if (!backup) throw new Error('no backup')
    await expect(restoreBackup({ dataFolder, backup, clock, random })).rejects.toThrow('EISDIR')
    expect(readdirSync(dataFolder).sort()).toEqual(before)
    expect(await openingProblem()).toContain('abîmé')
    expect(readFileSync(file).equals(damaged)).toBe(true)
  })

  test('that cannot be prepared changes nothing', async () => {
    await makeBackup(db, { dataFolder, clock })
    const damaged = await damage(() => breakPage(file, 'entry'))
    const [backup] = listBackups(dataFolder)
    const before = readdirSync(dataFolder).sort()
    const gone = { ...backup, file: `${backup?.file}.gone` } as NonNullable<typeof backup>
    await expect(restoreBackup({ dataFolder, backup: gone, clock, random })).rejects.toThrow()
    expect(readdirSync(dataFolder).sort()).toEqual(before)
    expect(readFileSync(file).equals(damaged)).toBe(true)
    expect(await openingProblem()).toContain('abîmé')
  })
})

describe('a restore that was interrupted is ended at the next start', () => {
  test.each([
    ['before anything moved', () => undefined],
    ['after the damaged file went aside', (stamp: string) => renameSync(file, `${file}.abime-${stamp}`)],
    [
      'after its journal went too',
      (stamp: string) => {
        renameSync(file, `${file}.abime-${stamp}`)
        renameSync(`${file}-wal`, `${file}.abime-${stamp}-wal`)
      },
    ],
  ])('%s', async (_, interrupted) => {
    await prevalidate(1)
    await makeBackup(db, { dataFolder, clock })
    await prevalidate(2)
    await db.destroy()
    const [backup] = listBackups(dataFolder)
    const stamp = '20261123T084100000Z'
    copyFileSync(backup?.file ?? '', `${file}.restaure-${stamp}`)
    writeFileSync(`${file}-wal`, 'the journal of the damaged one')
    interrupted(stamp)
    db = await openDesk(dataFolder)
    expect(await Promise.all([1, 2].map(status))).toEqual(['prevalidated', 'requested'])
    expect(readFileSync(`${file}.abime-${stamp}-wal`, 'utf8')).toBe('the journal of the damaged one')
    expect(existsSync(`${file}.abime-${stamp}`)).toBe(true)
    expect(readdirSync(dataFolder).filter((name) => name.includes('restaure'))).toEqual([])
  })
})

describe('never a silent fresh start', () => {
  test('where backups stand without their database', async () => {
    await makeBackup(db, { dataFolder, clock })
    await db.destroy()
    rmSync(file)
    expect(await openingProblem()).toContain('Le fichier des données a disparu')
    expect(existsSync(file)).toBe(false)
    expect(await restore()).toEqual({ aside: null, pending: 0, unread: null })
  })

  test('where backups stand beside a file that has been emptied', async () => {
    await makeBackup(db, { dataFolder, clock })
    await db.destroy()
    writeFileSync(file, '')
    expect(await openingProblem()).toContain('Le fichier des données a disparu')
    expect(statSync(file).size).toBe(0)
    const restored = await restore()
    expect(restored).toMatchObject({ pending: 0, unread: null })
    expect(readFileSync(restored.aside ?? '')).toHaveLength(0)
    expect(await status(1)).toBe('requested')
  })

  test('where a journal stands beside a file that has been emptied, and the journal is kept', async () => {
    await prevalidate(1)
    const journal = readFileSync(`${file}-wal`)
    expect(journal.length).toBeGreaterThan(0)
    await db.destroy()
    writeFileSync(file, '')
    writeFileSync(`${file}-wal`, journal)
    expect(await openingProblem()).toContain('Le fichier des données a disparu')
    expect(readFileSync(`${file}-wal`).equals(journal)).toBe(true)
  })

  test.each([[['']], [['', '-journal']]])('but a first start that was cut short begins again: %j', async (suffixes) => {
    await db.destroy()
    rmSync(dataFolder, { recursive: true })
    mkdirSync(dataFolder)
    for (const suffix of suffixes) writeFileSync(file + suffix, '')
    db = await openDesk(dataFolder)
    expect(await register()).toEqual([])
  })

  test('where a journal stands without its database', async () => {
    await db.destroy()
    renameSync(file, `${file}-wal`)
    expect(await openingProblem()).toContain('Le fichier des données a disparu')
    renameSync(`${file}-wal`, file)
    db = await openDesk(dataFolder)
  })
})
