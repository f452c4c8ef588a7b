import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, expect, test } from 'vitest'
import { readRow } from '../../contract/rows.ts'
import { countByState, listPending, listRegister } from '../../db/commands.ts'
import { migrations } from '../../db/migrations/index.ts'
import { openDatabase } from '../../db/open.ts'
import { getRow } from '../../db/rows.ts'
import { restoreConfirmed } from '../../db/shadow.ts'
import { readSums, recount, saveSums } from '../../db/sums.ts'
import { readSyncState, saveSyncState } from '../../db/sync-state.ts'
import { anEntry, rennesSettings } from '../helpers/rows.ts'

/** Rows as a PC of the version before would have them, written by hand: a migration is judged by what people had. */
const FIRST_VERSION = `
insert into sync_state values ('deviceId', 'pc-1'), ('series', 'A'), ('lastSequence', '2'), ('snapshotComplete', '1');
insert into offering values ('o1', 3, '2027-01', '2027-01:ASCA-E1', '["ciel"]', 12, 1);
insert into shadow values ('offering', 'o1', '{"id":"o1","sessionId":"2027-01","examId":"2027-01:ASCA-E1","softwareIds":["ciel"],"seats":9,"open":true}', 3);
insert into command values ('01990000-0000-7000-8000-000000000001', 1, 1, 'pc-1', '{"id":"anne","name":"Anne Hervé","role":"manager"}',
  '2026-11-20T09:00:00.000Z', 'offering.set-seats', '{"offeringId":"o1","seats":9}', '[]', '2026-11-20T09:00:10.000Z', 'applied',
  'c1', '["offering/o1"]', 0, null, null, '2026-11-20T09:00:12.000Z');
insert into command values ('01990000-0000-7000-8000-000000000002', 2, 1, 'pc-1', '{"id":"anne","name":"Anne Hervé","role":"manager"}',
  '2026-11-20T10:00:00.000Z', 'offering.set-seats', '{"offeringId":"o1","seats":12}', '[]', '2026-11-20T10:00:10.000Z', 'sending',
  'c2', '["offering/o1"]', 0, null, null, null);
`

let folder: string
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('a PC of the first version keeps its register, its pending work and what HQ had confirmed', async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'pupitre-forward-'))
  const file = path.join(folder, 'pupitre.sqlite')
  await (await openDatabase(file, migrations.slice(0, 1))).destroy()
  const sqlite = new Sqlite(file)
  sqlite.exec(FIRST_VERSION)
  sqlite.close()

  const db = await openDatabase(file)
  expect(await listPending(db)).toMatchObject([{ sequence: 2, state: 'sending', sentAt: null }])
  expect(await listRegister(db, { states: [], before: null, limit: 10 })).toMatchObject([
    { sequence: 2 },
    { sequence: 1, state: 'applied', settledAt: '2026-11-20T09:00:12.000Z' },
  ])
  expect(Object.fromEntries(await countByState(db))).toEqual({ applied: 1, sending: 1 })
  // What rows add up to was not kept before: it is counted from what HQ confirmed, pending work aside.
  const before = await db.transaction().execute(recount)
  await db.updateTable('offering').set({ seats: 99 }).execute()
  expect(await db.transaction().execute(recount)).toEqual(before)
  await db.updateTable('shadow').set({ revision: 4 }).execute()
  expect(await db.transaction().execute(recount)).not.toEqual(before)
  expect(await db.selectFrom('creditNote').selectAll().execute()).toEqual([])
  await db.destroy()
})

test('entries get a field that they did not have: copies of what HQ confirmed too, and all is read anew', async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'pupitre-forward-'))
  const file = path.join(folder, 'pupitre.sqlite')
  await (await openDatabase(file, migrations.slice(0, 4))).destroy()
  const { proposedOfferingId: _, ...confirmed } = anEntry()
  const sqlite = new Sqlite(file)
  sqlite.exec(`insert into sync_state values ('snapshotComplete', '1'), ('snapshotPage', 'left from before');
    insert into shadow values ('entry', 'entry-1', '${JSON.stringify(confirmed)}', 3), ('entry', 'new', null, 0)`)
  sqlite.close()
  const db = await openDatabase(file)
  // Sums are counted from these copies: a field that is missing does not read as one that is empty.
  const { value } = await db.selectFrom('shadow').select('value').where('id', '=', 'entry-1').executeTakeFirstOrThrow()
  expect(JSON.parse(value ?? '')).toEqual(anEntry())
  await db.transaction().execute(restoreConfirmed)
  expect(await getRow(db, 'entry', 'entry-1')).toEqual(anEntry())
  expect(await readSyncState(db)).toEqual({ snapshotComplete: '1', refetching: '1' })
  // HQ tells of changes as they were written then.
  const told = readRow({ entity: 'entry', id: 'entry-1', revision: 3, value: confirmed })
  expect(told).toMatchObject({ value: anEntry() })
  await db.destroy()
})

test('a PC that has not read everything once reads on from where it was', async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'pupitre-forward-'))
  const file = path.join(folder, 'pupitre.sqlite')
  const older = await openDatabase(file, migrations.slice(0, 4))
  await saveSyncState(older, { snapshotPage: 'page-7' })
  await older.destroy()
  const db = await openDatabase(file)
  expect(await readSyncState(db)).toEqual({ snapshotPage: 'page-7' })
  await db.destroy()
})

test('sums of an older text of rows are forgotten, and counted anew', async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'pupitre-forward-'))
  const file = path.join(folder, 'pupitre.sqlite')
  const older = await openDatabase(file, migrations.slice(0, 3))
  await older.transaction().execute((tx) => saveSums(tx, { common: 1n, centre: 2n }))
  await older.destroy()
  const db = await openDatabase(file)
  expect(await readSums(db)).toBeNull()
  await db.destroy()
})

test('entries lose the attendance that nobody wrote, in copies of what HQ confirmed too, and marks take its place', async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'pupitre-forward-'))
  const file = path.join(folder, 'pupitre.sqlite')
  await (
    await openDatabase(
      file,
      migrations.filter(({ number }) => number < 200),
    )
  ).destroy()
  const sqlite = new Sqlite(file)
  const confirmed = JSON.stringify({ ...anEntry(), attendance: null })
  sqlite.exec(`insert into sync_state values ('snapshotComplete', '1');
    insert into shadow values ('entry', 'entry-1', '${confirmed}', 3)`)
  sqlite.close()
  const db = await openDatabase(file)
  const { value } = await db.selectFrom('shadow').select('value').where('id', '=', 'entry-1').executeTakeFirstOrThrow()
  expect(JSON.parse(value ?? '')).toEqual(anEntry())
  await db.transaction().execute(restoreConfirmed)
  expect(await getRow(db, 'entry', 'entry-1')).toEqual(anEntry())
  expect(await db.selectFrom('attendanceMark').selectAll().execute()).toEqual([])
  expect(await readSyncState(db)).toEqual({ snapshotComplete: '1', refetching: '1' })
  // HQ tells of changes as they were written then.
  expect(readRow({ entity: 'entry', id: 'entry-1', revision: 3, value: JSON.parse(confirmed) })).toMatchObject({
    value: anEntry(),
  })
  await db.destroy()
})

test('settings get the centre’s own words, in copies of what HQ confirmed too', async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'pupitre-forward-'))
  const file = path.join(folder, 'pupitre.sqlite')
  const before = migrations.filter(({ number }) => number < 180)
  await (await openDatabase(file, before)).destroy()
  const fields = [
    'convocationWording',
    'confirmationWording',
    'reminderWording',
    'refusalWording',
    'attestationWording',
    'attendanceWording',
  ]
  const confirmed = Object.fromEntries(
    Object.entries(rennesSettings).filter(([field]) => ![...fields, 'signatory'].includes(field)),
  )
  const sqlite = new Sqlite(file)
  const text = JSON.stringify(confirmed).replaceAll("'", "''")
  sqlite.exec(`insert into sync_state values ('snapshotComplete', '1');
    insert into shadow values ('centreSettings', 'rennes', '${text}', 3)`)
  sqlite.close()
  const db = await openDatabase(file)
  await db.transaction().execute(restoreConfirmed)
  expect(await getRow(db, 'centreSettings', 'rennes')).toEqual(rennesSettings)
  expect(await getRow(db, 'centreLogo', 'rennes')).toBeNull()
  expect(await readSyncState(db)).toEqual({ snapshotComplete: '1', refetching: '1' })
  await db.destroy()
})
