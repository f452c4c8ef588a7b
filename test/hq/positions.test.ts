import { sql } from 'kysely'
import { Client } from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { inTransaction } from '../../hq/db/transaction.ts'
import { publish } from '../../hq/feed.ts'
import { aDevice } from '../helpers/a-device.ts'
import { newPostgresDatabase } from '../helpers/hq-database.ts'
import { MONDAY } from '../helpers/rows.ts'
import { smallWorld } from '../helpers/world.ts'
import { twoInstances } from './two-instances.ts'

/**
 * Why HQ does not number its changes with a sequence: two writers at once, real transactions on PostgreSQL. The first to draw a number
 * is the last to commit, and a reader comes in between.
 */

test('numbers drawn from a sequence: a reader who follows them skips a change for good', async () => {
  const url = await newPostgresDatabase()
  const [slow, quick, reader] = await Promise.all([connect(url), connect(url), connect(url)])
  await reader.query('create table change (position bigserial primary key, what text not null)')
  const seen: string[] = []
  let cursor = 0
  const read = async () => {
    const { rows } = await reader.query('select position, what from change where position > $1 order by position', [
      cursor,
    ])
    for (const row of rows) {
      seen.push(row.what)
      cursor = Number(row.position)
    }
  }
  await slow.query('begin')
  await slow.query("insert into change (what) values ('slow')")
  await quick.query("insert into change (what) values ('quick')")
  await read()
  await slow.query('commit')
  await read()
  // It is committed, it is in the table, and this reader will never see it.
  expect((await reader.query('select what from change order by position')).rows.map(({ what }) => what)).toEqual([
    'slow',
    'quick',
  ])
  expect(seen).toEqual(['quick'])
})

test('positions of ours: the same two writers and the same reader, who sees both', async () => {
  const world = smallWorld()
  const [{ db, url }, other] = await twoInstances([world], 3_600_000)
  const pc = await aDevice({ ...other, url }, 'rennes')
  const write = (of: typeof db, id: string, beforeCommit: () => Promise<void>) =>
    inTransaction(of, async (tx) => {
      const value = { id, name: id, role: 'reader' as const, active: true }
      await publish(tx, { centreId: 'rennes', commandId: null, at: MONDAY, writes: [{ entity: 'operator', value }] })
      await beforeCommit()
    })
  let { cursor } = await pc.changes()
  const seen: string[] = []
  const read = async () => {
    const answer = await pc.changes(cursor)
    for (const change of answer.changes) seen.push(...change.rows.map(({ id }) => id))
    cursor = answer.cursor
  }
  const slowMayCommit = Promise.withResolvers<void>()
  const slowHasItsPosition = Promise.withResolvers<void>()
  const slow = write(db, 'slow', async () => {
    slowHasItsPosition.resolve()
    await slowMayCommit.promise
  })
  await slowHasItsPosition.promise
  const quick = write(other.db, 'quick', async () => {})
  await untilSomeoneWaits(db)
  // The quick one has written its row and waits for its position: there is nothing to see yet.
  await read()
  expect(seen).toEqual([])
  slowMayCommit.resolve()
  await Promise.all([slow, quick])
  await read()
  expect(seen).toEqual(['slow', 'quick'])
})

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url })
  await client.connect()
  onTestFinished(() => client.end())
  return client
}

/** Until a transaction is held up by another one's lock. */
async function untilSomeoneWaits(db: Parameters<typeof inTransaction>[0]): Promise<void> {
  await expect
    .poll(async () => (await sql`select 1 from pg_locks where not granted`.execute(db)).rows.length, {
      timeout: 20_000,
    })
    .toBeGreaterThan(0)
}
