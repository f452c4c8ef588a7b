import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { Client } from 'pg'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { ChangesAnswer, type Cursor } from '../../contract/hq.ts'
import { publish } from '../../hq/feed.ts'
import { heldRequests } from '../../hq/held-requests.ts'
import { aDevice, ask } from '../helpers/a-device.ts'
import { ENGINES } from '../helpers/hq-database.ts'
import { MONDAY } from '../helpers/rows.ts'
import { smallWorld } from '../helpers/world.ts'
import { startHqWith } from './start-hq.ts'
import { type Instance, twoInstances } from './two-instances.ts'

const NEVER_MS = 3_600_000
const WAIT = 50
/** Long enough for a request to have come in and found nothing; a shorter one would only make a test weaker. */
const A_MOMENT_MS = 400

/** A request that is held, and whether it has been answered. */
function held(url: string, token: string, { common, centre }: Cursor, wait = WAIT) {
  const state = { answered: false, answer: Promise.resolve() as Promise<unknown> }
  const answer = ask(url, `/v1/changes?common=${common}&centre=${centre}&wait=${wait}`, { token }).then(({ body }) => {
    state.answered = true
    return ChangesAnswer.parse(body)
  })
  return Object.assign(state, { answer })
}

async function twoCentresOnTwoInstances(netMs: number) {
  const [rennes, papeete] = [smallWorld({ centreId: 'rennes' }), smallWorld({ centreId: 'papeete' })]
  const [a, b] = await twoInstances([rennes, papeete], netMs)
  const [pc, elsewhere] = [await aDevice(b, 'rennes'), await aDevice(b, 'papeete')]
  return { a, b, rennes, pc, elsewhere }
}

async function atHead(instance: Instance, token: string): Promise<Cursor> {
  const { body } = await ask(instance.url, '/v1/changes?common=0&centre=0', { token })
  return ChangesAnswer.parse(body).cursor
}

describe.each(ENGINES)('a request that waits, on %s', (database) => {
  test('is answered with what its own HQ publishes, and not with what another centre does', async () => {
    const { hq, world } = await startHqWith({}, { database })
    const pc = await aDevice(hq, 'rennes')
    const token = await pc.token()
    const { cursor } = await pc.changes()
    const waiting = held(hq.url, token, cursor)
    await sleep(A_MOMENT_MS)
    const other = smallWorld({ centreId: 'papeete' })
    await hq.publish({ centreId: null, writes: other.common.filter(({ entity }) => entity === 'centre') })
    const first = await waiting.answer
    expect(first.changes.map(({ stream }) => stream)).toEqual(['common'])
    const again = held(hq.url, token, first.cursor)
    await sleep(A_MOMENT_MS)
    await hq.publish({ centreId: 'papeete', writes: other.rows })
    await sleep(A_MOMENT_MS)
    expect(again.answered).toBe(false)
    const command = pc.command('offering.set-seats', { offeringId: world.offeringId, seats: 9 })
    await pc.send(command)
    expect((await again.answer).changes.map(({ commandId }) => commandId)).toEqual([command.id])
  })

  test('is answered at once when there is something, and when its time is over with « nothing new » and the sums', async () => {
    const { hq } = await startHqWith({}, { database })
    const pc = await aDevice(hq, 'rennes')
    const token = await pc.token()
    const { cursor, digest } = await pc.changes()
    expect((await held(hq.url, token, { common: 0, centre: 0 }).answer).changes.length).toBeGreaterThan(0)
    const over = await held(hq.url, token, cursor, 1).answer
    expect(over).toMatchObject({ changes: [], cursor, more: false, digest })
  })

  test('is answered when HQ stops, rather than keeping it', async () => {
    const { hq } = await startHqWith({}, { database })
    const pc = await aDevice(hq, 'rennes')
    const { cursor } = await pc.changes()
    const token = await pc.token()
    const waiting = held(hq.url, token, cursor)
    await sleep(A_MOMENT_MS)
    const stopped = hq.closeGently()
    expect(await waiting.answer).toMatchObject({ changes: [], cursor })
    await stopped
  })

  test('lets go when the one who asked has gone away', async () => {
    const { hq } = await startHqWith({}, { database })
    const requests = heldRequests({ db: hq.db, engine: database, netMs: NEVER_MS, reportBug: () => {} })
    onTestFinished(() => requests.close())
    const hold = requests.enter('rennes')
    const feed = { head: 1, digest: '0', floor: 0 }
    await hold.remembering(async () => ({ heads: { common: feed, centre: feed } }))
    const gone = new AbortController()
    const waiting = hold.untilNews({ common: 1, centre: 1 }, NEVER_MS, gone.signal)
    gone.abort()
    expect(await waiting).toBe('over')
  })
})

test('a command on one instance wakes who waits on the other', async () => {
  const { a, rennes, pc, elsewhere } = await twoCentresOnTwoInstances(NEVER_MS)
  const [token, theirToken] = [await pc.token(), await elsewhere.token()]
  // Theirs began to wait before: were it only time that ends them, theirs would end first.
  const theirs = held(a.url, theirToken, await atHead(a, theirToken))
  await sleep(A_MOMENT_MS)
  const ours = held(a.url, token, await atHead(a, token))
  await sleep(A_MOMENT_MS)
  expect([theirs.answered, ours.answered]).toEqual([false, false])
  const command = pc.command('offering.set-seats', { offeringId: rennes.offeringId, seats: 9 })
  expect(await pc.send(command)).toEqual(['applied'])
  expect((await ours.answer).changes.map(({ commandId }) => commandId)).toEqual([command.id])
  expect(theirs.answered).toBe(false)
  await a.app.close()
  expect((await theirs.answer).changes).toEqual([])
  expect(a.bugs).toEqual([])
})

test('an instance that lost its connection hears again, and looks for what it missed', async () => {
  const { a, b, rennes, pc, elsewhere } = await twoCentresOnTwoInstances(NEVER_MS)
  const [token, theirToken] = [await pc.token(), await elsewhere.token()]
  const theirs = held(a.url, theirToken, await atHead(a, theirToken))
  const ours = held(a.url, token, await atHead(a, token))
  await sleep(A_MOMENT_MS)
  const listening = sql`select pid from pg_stat_activity where query ilike 'listen %' and datname = current_database()`
  const ended = await sql`select pg_terminate_backend(pid) from (${listening}) as it`.execute(b.db)
  expect(ended.rows).toHaveLength(1)
  expect(await pc.send(pc.command('offering.set-seats', { offeringId: rennes.offeringId, seats: 9 }))).toEqual([
    'applied',
  ])
  expect((await ours.answer).changes).toHaveLength(1)
  expect(theirs.answered).toBe(false)
  await a.app.close()
  await theirs.answer
})

test('what nobody told of is found by the net', async () => {
  const { a, b, rennes, pc, elsewhere } = await twoCentresOnTwoInstances(200)
  const [token, theirToken] = [await pc.token(), await elsewhere.token()]
  const theirs = held(a.url, theirToken, await atHead(a, theirToken))
  const ours = held(a.url, token, await atHead(a, token))
  await sleep(A_MOMENT_MS)
  const [operator] = rennes.rows.filter(({ entity }) => entity === 'operator')
  // Committed by a process that died before it told anyone.
  await b.db
    .transaction()
    .execute((tx) =>
      publish(tx, { centreId: 'rennes', commandId: null, at: MONDAY, writes: operator ? [operator] : [] }),
    )
  expect((await ours.answer).changes).toHaveLength(1)
  expect(theirs.answered).toBe(false)
  await a.app.close()
  await theirs.answer
})

test('a PC with nothing to do costs one held request after another, and no query', async () => {
  const { a, pc } = await twoCentresOnTwoInstances(NEVER_MS)
  const token = await pc.token()
  const cursor = await atHead(a, token)
  await held(a.url, token, cursor, 1).answer
  const queries = vi.spyOn(Client.prototype, 'query')
  onTestFinished(() => queries.mockRestore())
  for (let times = 0; times < 3; times++)
    expect(await held(a.url, token, cursor, 1).answer).toMatchObject({ changes: [], cursor })
  expect(queries.mock.calls.map(([query]) => query)).toEqual([])
  // The count counts: whoever does not wait is answered by the database.
  await ask(a.url, `/v1/changes?common=${cursor.common}&centre=${cursor.centre}`, { token })
  expect(queries).toHaveBeenCalled()
})
