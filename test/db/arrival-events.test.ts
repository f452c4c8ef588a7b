import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { KnownRow } from '../../contract/rows.ts'
import { addArrival } from '../../db/arrivals.ts'
import { openDatabase } from '../../db/open.ts'
import { putRow } from '../../db/rows.ts'
import type { Db } from '../../db/schema.ts'
import { readArrivals } from '../../main/reads/arrival-list.ts'
import { readArrivalEvents } from '../../main/sync/arrival-events.ts'
import { aCandidate, anEntry, aRequest, MONDAY } from '../helpers/rows.ts'

let folder: string
let db: Db
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'pupitre-arrivals-'))
  db = await openDatabase(path.join(folder, 'pupitre.sqlite'))
})
afterEach(async () => {
  await db.destroy()
  rmSync(folder, { recursive: true })
})

const row = (entity: string, value: { id: string }) => ({ entity, id: value.id, revision: 1, value }) as KnownRow
const eventsOf = (...transactions: KnownRow[][]) =>
  db.transaction().execute((tx) => readArrivalEvents(tx, transactions))
const put = (...rows: KnownRow[]) =>
  db.transaction().execute(async (tx) => {
    for (const one of rows) if (one.value) await putRow(tx, one as never, 1)
  })

test('a request is new once; then it is changed, checked, or an exam of it is given up', async () => {
  const sent = [row('candidate', aCandidate()), row('request', aRequest()), row('entry', anEntry())]
  const changed = [row('request', aRequest({ version: 2 })), row('entry', anEntry())]
  expect((await eventsOf(sent, changed)).map(({ kind }) => kind)).toEqual(['request.received', 'request.modified'])
  await put(...sent)
  const checked = [row('request', aRequest({ dataCheckedAt: MONDAY }))]
  const givenUp = [row('entry', anEntry({ status: 'withdrawn' }))]
  const told = await eventsOf(changed, checked, givenUp, [row('candidate', aCandidate())])
  expect(told.map(({ kind }) => kind)).toEqual([
    'request.modified',
    'data.checked',
    'entry.withdrawn',
    'candidate.changed',
  ])
})

test('what came names the people that are here now, and counts what cannot be named', async () => {
  await put(row('candidate', aCandidate()), row('request', aRequest()))
  const device = { id: 'd2', name: 'POSTE 2', series: 'B' }
  const events = await eventsOf([row('request', aRequest({ dataCheckedAt: MONDAY }))], [row('device', device)])
  await db
    .transaction()
    .execute((tx) =>
      addArrival(tx, { id: 'a1', at: MONDAY, source: 'network', counts: { request: 1, device: 1 }, events }),
    )
  const [arrival] = await readArrivals(db, null)
  expect(arrival?.events).toMatchObject([
    { kind: 'data.checked', by: null, candidates: [{ id: aCandidate().id }], counts: null },
    { kind: 'other', candidates: [], counts: { device: 1 } },
  ])
})
