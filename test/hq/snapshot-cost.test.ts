import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Tx } from '../../hq/db/open.ts'
import { beginSnapshot, type Place, readSnapshot } from '../../hq/read-snapshot.ts'
import { MONDAY } from '../helpers/rows.ts'
import { smallWorld } from '../helpers/world.ts'
import { startHq } from './start-hq.ts'

/** On PostgreSQL alone: it counts what it reads. */
const database = 'postgresql' as const
const PAGE = 1000
const CANDIDATES = 20_000

/** Years of a large centre: 20 000 candidates of eleven sessions, the one under way last; 100 000 rows with their money. */
async function aLargeCentre() {
  const hq = await startHq({ database, worlds: [smallWorld()] })
  const fill = (statement: string) => sql.raw(statement).execute(hq.db)
  const people = `generate_series(1, ${CANDIDATES}) as n`
  const id = (kind: string) => `'${kind}' || lpad(n::text, 6, '0')`
  // Two thousand a session; ids are drawn at random, as those of candidates are.
  const session = `case when n > 18000 then '2027-01' else 'past-' || (n / 2000) end`
  await fill(
    `insert into exam_session select distinct ${session}, 'x', '2020-01-01', '2020-01-05' from ${people} where n <= 18000`,
  )
  await fill(`insert into candidate (id, birth_name, first_names, sex, born_on, birth_place, birth_country, email, phone, address_lines, postcode, town, nir_check)
    select ${id('c')}, 'x', 'x', 'F', '2000-01-01', 'x', 'x', 'x', 'x', '[]', 'x', 'x', 'none' from ${people}`)
  await fill(`insert into request (centre_id, id, session_id, candidate_id, version, received_at, email_confirmed_at)
    select 'rennes', 'r' || md5(n::text), ${session}, ${id('c')}, 1, '${MONDAY}', '${MONDAY}' from ${people}`)
  await fill(`insert into entry (centre_id, id, request_id, candidate_id, session_id, exam_id, offering_id, status, fee_amount, currency)
    select 'rennes', 'e' || md5(n::text), 'r' || md5(n::text), ${id('c')}, ${session}, '2027-01:ASCA-E1', 'rennes-offering', 'requested', 5000, 'EUR' from ${people}`)
  await fill(`insert into payment (centre_id, id, session_id, payer, method, amount, currency, received_on, allocations, recorded_at, recorded_by)
    select 'rennes', 'p' || md5(n::text), ${session}, '{}', 'card', 5000, 'EUR', '2026-11-23', '[]', '${MONDAY}', 'x' from ${people}`)
  await fill(`insert into receipt (centre_id, id, payment_id, number, series, year, sequence, issued_at, template_version, content)
    select 'rennes', 't' || md5(n::text), 'p' || md5(n::text), 'x' || n, 'A', 2026, n, '${MONDAY}', 1, '{}' from ${people}`)
  for (const entity of ['candidate', 'request', 'entry', 'payment', 'receipt'])
    await fill(
      `insert into feed_row select 'centre:rennes', '${entity}', id, 1, 0, 0 from ${entity} on conflict do nothing`,
    )
  // As autovacuum leaves them sooner or later: what is then worth reading through is more.
  await fill('vacuum (analyze)')
  return hq
}

/** Rows and index entries that this connection has read. */
async function readSoFar(tx: Tx): Promise<number> {
  const { rows } = await sql<{ read: string }>`
    select (select sum(seq_tup_read) from pg_stat_xact_user_tables)
      + (select sum(pg_stat_get_xact_tuples_returned(indexrelid)) from pg_stat_user_indexes) as read`.execute(tx)
  return Number(rows[0]?.read)
}

test('a page of a first sync reads about what it gives, wherever it is in 100 000 rows', {
  timeout: 180_000,
}, async () => {
  const { db } = await aLargeCentre()
  const reads: number[] = []
  let given = 0
  const page = (place: Place) =>
    db.transaction().execute(async (tx) => {
      const before = await readSoFar(tx)
      const answer = await readSnapshot(tx, 'rennes', place, PAGE)
      reads.push((await readSoFar(tx)) - before)
      return answer
    })
  const ids = new Set<string>()
  let isDone = false
  const current = { pages: 0, rows: 0, late: 0 }
  for (let place: Place | null = await beginSnapshot(db, 'rennes', MONDAY); place; ) {
    const { rows, next, currentSessionDone } = await page(place)
    given += rows.length
    for (const row of rows) ids.add(`${row.entity} ${row.id}`)
    const ofTheSession = rows.filter(({ entity, value }) => entity !== 'exam' && value?.sessionId === '2027-01').length
    if (isDone) current.late += ofTheSession
    else {
      current.pages += 1
      current.rows += ofTheSession
    }
    isDone = currentSessionDone
    place = next
  }
  // The candidates of the session under way come again with the others.
  expect([given, ids.size]).toEqual([ids.size + 2000 + 2, 5 * CANDIDATES + 23])
  // Ten thousand rows about two thousand people, and what belongs to no session: a tenth of the way.
  expect(current.pages).toBeLessThanOrEqual(11)
  // Requests, entries and payments of two thousand, the offering, and those of the small world.
  expect([current.rows, current.late]).toEqual([3 * 2000 + 1 + 2 * 2, 0])
  // An index entry and a row each, and what is looked up with it. For the last rows of a table reading it through may be cheaper.
  expect(reads.filter((read) => read > 6 * PAGE).length).toBeLessThanOrEqual(2)
  expect(reads.reduce((sum, read) => sum + read, 0)).toBeLessThan(3 * given)
})
