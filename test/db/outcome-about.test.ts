import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { addCommand, listTouching } from '../../db/commands.ts'
import { openDatabase } from '../../db/open.ts'
import { listOutcomesAbout } from '../../db/outcomes.ts'
import { putRow, putRows, removeRow } from '../../db/rows.ts'
import type { Db } from '../../db/schema.ts'
import type { Outcome } from '../../domain/review.ts'

let folder: string
let db: Db
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'pupitre-outcomes-'))
  db = await openDatabase(path.join(folder, 'pupitre.sqlite'))
})
afterEach(async () => {
  await db.destroy()
  rmSync(folder, { recursive: true })
})

const idOf = (number: number) => `01990000-0000-7000-8000-${String(number).padStart(12, '0')}`

function outcome(number: number, change: Partial<Outcome> = {}): Outcome {
  return {
    ...{ id: idOf(number), deviceId: 'd', name: 'entry.prevalidate', status: 'applied', code: null, detail: null },
    ...{ decidedAt: '2026-11-23T08:41:00.000Z', operatorName: 'Anne', doneAt: '2026-11-23T08:40:00.000Z' },
    ...{ about: ['request/r1'], entryIds: ['e1'], told: {} },
    ...change,
  }
}

const put = (...values: Outcome[]) =>
  db.transaction().execute((tx) =>
    putRows(
      tx,
      'outcome',
      values.map((value) => ({ value, revision: 1 })),
    ),
  )
const about = async (...places: string[]) => (await listOutcomesAbout(db, places)).map(({ id }) => id).sort()
const endFirstSync = () => db.insertInto('syncState').values({ key: 'snapshotComplete', value: '1' }).execute()

test('outcomes of the first sync are found once it is over, those after it at once', async () => {
  await put(outcome(1), outcome(2, { about: ['request/r2', 'candidate/c1'] }), outcome(3, { about: [] }))
  await endFirstSync()
  expect(await about('request/r1')).toEqual([idOf(1)])
  await put(outcome(4, { about: ['request/r1', 'request/r2'] }))
  expect(await about('request/r1', 'request/r2', 'candidate/c1')).toEqual([idOf(1), idOf(2), idOf(4)])
  expect(await about('request/r9')).toEqual([])
})

test('an outcome told anew, corrected or taken away leaves nothing behind', async () => {
  await endFirstSync()
  await put(outcome(1))
  await put(outcome(1))
  await put(outcome(1, { about: ['request/r1', 'candidate/c1'] }))
  expect(await about('request/r1', 'candidate/c1')).toEqual([idOf(1)])
  await db
    .transaction()
    .execute((tx) => putRow(tx, { entity: 'outcome', value: outcome(1, { about: ['candidate/c1'] }) }, 2))
  expect(await about('request/r1')).toEqual([])
  await db.transaction().execute((tx) => removeRow(tx, 'outcome', idOf(1)))
  expect(await about('candidate/c1')).toEqual([])
  const { rows } = await sql`select * from outcome_about`.execute(db)
  expect(rows).toEqual([])
})

test('what HQ refused is told by its review item, not as done', async () => {
  await endFirstSync()
  await put(outcome(1, { status: 'refused', code: 'no-seat-left' }))
  expect(await about('request/r1')).toEqual([])
})

test('commands are found by any row that they touch, oldest first', async () => {
  const command = (sequence: number) => ({
    ...{
      id: idOf(sequence),
      v: 1,
      deviceId: 'd',
      sequence,
      operator: { id: 'a', name: 'Anne', role: 'secretary' as const },
    },
    ...{ at: '2026-11-23T08:41:00.000Z', name: 'call.note', args: {}, dependsOn: [] },
    sendAfter: '2026-11-23T08:41:10.000Z',
  })
  await db.transaction().execute(async (tx) => {
    await addCommand(tx, command(2), 'click', ['candidate/c1', 'callNote/n2'])
    await addCommand(tx, command(1), 'click', ['candidate/c1', 'entry/e1', 'entry/e1'])
    await addCommand(tx, command(3), 'click', ['candidate/c2'])
  })
  const touching = async (...touches: string[]) => (await listTouching(db, touches)).map(({ sequence }) => sequence)
  expect(await touching('candidate/c1')).toEqual([1, 2])
  expect(await touching('entry/e1', 'candidate/c2')).toEqual([1, 3])
  expect(await touching()).toEqual([])
  expect(await touching('candidate/c')).toEqual([])
})
