import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabase } from '../../db/open.ts'
import { putRow } from '../../db/rows.ts'
import type { Db } from '../../db/schema.ts'
import { saveSyncState } from '../../db/sync-state.ts'
import { readKept, writeKept } from '../../main/kept.ts'

let folder: string
let db: Db
let now: string
const clock = { now: () => now }
const person = (id: string) => ({ id, name: id, role: 'reader' as const, active: true })

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'pupitre-kept-'))
  db = await openDatabase(path.join(folder, 'pupitre.sqlite'))
  now = '2026-11-23T08:41:00.000Z'
  await db.transaction().execute(async (tx) => {
    await putRow(tx, { entity: 'operator', value: person('anne') }, 1)
    await putRow(tx, { entity: 'operator', value: person('paul') }, 1)
  })
  await saveSyncState(db, { operatorId: 'anne' })
})
afterEach(async () => {
  await db.destroy()
  rmSync(folder, { recursive: true, force: true })
})

test('each person finds their own again, a reader too, after the database was closed', async () => {
  await writeKept(db, clock, { operatorId: 'anne', values: [{ key: 'screen', value: 'payments' }] })
  await writeKept(db, clock, { operatorId: 'paul', values: [{ key: 'screen', value: { tab: [1, null, 'é'] } }] })
  await db.destroy()
  db = await openDatabase(path.join(folder, 'pupitre.sqlite'))
  expect(await readKept(db, clock)).toEqual([{ key: 'screen', value: 'payments' }])
  await saveSyncState(db, { operatorId: 'paul' })
  expect(await readKept(db, clock)).toEqual([{ key: 'screen', value: { tab: [1, null, 'é'] } }])
  await saveSyncState(db, { operatorId: null })
  expect(await readKept(db, clock)).toEqual([])
})

test('the last value stays, null forgets, and what somebody typed just before leaving is still theirs', async () => {
  await saveSyncState(db, { operatorId: null })
  const values = [
    { key: 'a', value: 1 },
    { key: 'b', value: 2 },
    { key: 'a', value: 3 },
    { key: 'b', value: null },
  ]
  await writeKept(db, clock, { operatorId: 'anne', values })
  await writeKept(db, clock, { operatorId: 'nobody', values })
  await saveSyncState(db, { operatorId: 'anne' })
  expect(await readKept(db, clock)).toEqual([{ key: 'a', value: 3 }])
  expect(await db.selectFrom('kept').selectAll().execute()).toHaveLength(1)
})

test('a form left half-typed is forgotten after thirty days; the rest is not', async () => {
  const keep = (key: string) => writeKept(db, clock, { operatorId: 'anne', values: [{ key, value: 'typed' }] })
  await keep('draft.refuse.r1')
  await keep('drafts')
  now = '2026-11-24T08:41:00.000Z'
  await keep('draft.refuse.r2')
  now = '2026-12-23T08:41:00.001Z'
  expect((await readKept(db, clock)).map(({ key }) => key)).toEqual(['draft.refuse.r2', 'drafts'])
  expect(await db.selectFrom('kept').select('key').execute()).toHaveLength(2)
})
