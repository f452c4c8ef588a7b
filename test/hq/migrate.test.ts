import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import type { Centre } from '../../domain/catalogue.ts'
import { addSums } from '../../domain/digest.ts'
import { entityNames } from '../../domain/entities.ts'
import { DatabaseFromTheFuture, migrate, migrations } from '../../hq/db/migrate.ts'
import { fillFeedRows } from '../../hq/db/migrations/020-fill-feed-rows.ts'
import { rehashFeedRows } from '../../hq/db/migrations/040-sums-anew.ts'
import { openPglite, openPostgres } from '../../hq/db/open.ts'
import { columnsOf } from '../../hq/db/rows.ts'
import { readHeads } from '../../hq/feed-heads.ts'
import { hashRow } from '../../hq/row-hash.ts'
import { ENGINES, newPostgresDatabase } from '../helpers/hq-database.ts'
import { aCandidate, aRequest } from '../helpers/rows.ts'
import { smallWorld } from '../helpers/world.ts'
import { startHq } from './start-hq.ts'

async function openEmpty(engine: (typeof ENGINES)[number]) {
  const db = engine === 'pglite' ? (await openPglite()).db : openPostgres(await newPostgresDatabase(), () => {})
  onTestFinished(() => db.destroy())
  return db
}

test.each(ENGINES)('an empty database gets every table, once (%s)', async (engine) => {
  const db = await openEmpty(engine)
  await migrate(db)
  await migrate(db)
  expect(await db.selectFrom('migration').select('number').execute()).toEqual(
    migrations.map(({ number }) => ({ number })),
  )
  for (const entity of entityNames)
    expect(
      await sql`select ${sql.join(columnsOf(entity).map((column) => sql.ref(column)))} from ${sql.table(entity)}`.execute(
        db,
      ),
    ).toMatchObject({ rows: [] })
})

test.each(ENGINES)(
  'a migration that fails leaves nothing, and a database of a later version is not touched (%s)',
  async (engine) => {
    const db = await openEmpty(engine)
    const failing = {
      number: 990,
      name: 'failing',
      statements: ['create table left_over (id integer)', 'select nonsense'],
    }
    await expect(migrate(db, [...migrations, failing])).rejects.toThrow()
    expect(await sql`select to_regclass('left_over') as it`.execute(db)).toMatchObject({ rows: [{ it: null }] })
    await migrate(db, [...migrations, { number: 990, name: 'later', statements: [] }])
    await expect(migrate(db)).rejects.toBeInstanceOf(DatabaseFromTheFuture)
  },
)

test('two instances that start together migrate once', async () => {
  const url = await newPostgresDatabase()
  const instances = [openPostgres(url, () => {}), openPostgres(url, () => {})]
  onTestFinished(async () => {
    for (const db of instances) await db.destroy()
  })
  await Promise.all(instances.map((db) => migrate(db)))
})

test('numbers are tens and only grow', () => {
  const numbers = migrations.map(({ number }) => number)
  expect(numbers).toEqual(numbers.toSorted((a, b) => a - b))
  expect(numbers.every((number) => number % 10 === 0)).toBe(true)
  expect(new Set(numbers).size).toBe(numbers.length)
})

test.each(ENGINES)('a database of before the sums gets those of what its readers hold (%s)', async (engine) => {
  const db = await openEmpty(engine)
  const [first] = migrations
  await migrate(db, first ? [first] : [])
  const { common } = smallWorld()
  const made = common.find(({ entity }) => entity === 'centre')?.value as Centre
  const centre: Centre = { ...made, phone: null, email: null }
  const { phone: _phone, email: _email, ...asItWas } = centre
  await db
    .insertInto('centre')
    .values(asItWas as never)
    .execute()
  await db
    .insertInto('software')
    .values({ id: 'ciel', name: 'CIEL' } as never)
    .execute()
  await sql`insert into feed (stream, head) values ('common', 7)`.execute(db)
  await migrate(db)
  const rows = [
    { entity: 'centre', id: centre.id, revision: 1, value: { ...centre } },
    { entity: 'software', id: 'ciel', revision: 1, value: { id: 'ciel', name: 'CIEL' } },
  ]
  const sum = rows.reduce((sum, row) => addSums(sum, hashRow(row).hash), 0n).toString()
  expect(await readHeads(db, ['common'])).toEqual(new Map([['common', { head: 7, floor: 0, digest: sum }]]))
})

test.each(ENGINES)(
  'what readers hold, worked out again from the rows, is what was kept as they were published (%s)',
  async (engine) => {
    const [rennes, papeete] = [smallWorld({ centreId: 'rennes' }), smallWorld({ centreId: 'papeete' })]
    const { db, ...hq } = await startHq({ database: engine, worlds: [rennes, papeete] })
    const alone = aCandidate({ id: 'alone', nuc: null })
    await hq.publish({ centreId: 'rennes', writes: [{ entity: 'candidate', value: alone }] })
    const request = aRequest({ id: 'r', candidateId: rennes.candidate('Ny') })
    await hq.publish({ centreId: 'papeete', writes: [{ entity: 'request', value: request }] })
    const kept = async () => [
      (await sql`select stream, entity, id, revision, hash::text, bucket from feed_row order by 1, 2, 3`.execute(db))
        .rows,
      (await sql`select stream, head, digest::text from feed order by 1`.execute(db)).rows,
    ]
    const before = await kept()
    await sql`delete from feed_row`.execute(db)
    await sql`update feed set digest = 0`.execute(db)
    await db.transaction().execute(fillFeedRows)
    expect(await kept()).toEqual(before)
    // Those of an older text of rows.
    await sql`update feed_row set hash = 1`.execute(db)
    await db.transaction().execute(rehashFeedRows)
    expect(await kept()).toEqual(before)
  },
)
