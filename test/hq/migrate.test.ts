import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { entityNames } from '../../domain/entities.ts'
import { DatabaseFromTheFuture, migrate, migrations } from '../../hq/db/migrate.ts'
import { openPglite, openPostgres } from '../../hq/db/open.ts'
import { columnsOf } from '../../hq/db/rows.ts'
import { ENGINES, newPostgresDatabase } from '../helpers/hq-database.ts'

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
