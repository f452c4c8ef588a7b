import { afterEach, expect, test } from 'vitest'
import { aDesk } from '../helpers/a-desk.ts'
import { aClock, anHq } from '../helpers/an-hq.ts'
import { behind } from '../helpers/behind.ts'
import { smallWorld, type World } from '../helpers/world.ts'

const running: { stop(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of running.splice(0).reverse()) await one.stop()
})

/** The session under way, and a past one as large: some 2 600 rows, three pages. */
function twoSessions(): World {
  const names = Array.from({ length: 520 }, (_, n) => `Nom${n}-`)
  const world = smallWorld({ seats: 900, candidates: names })
  const past = world.rows.flatMap((row): World['rows'] => {
    if (row.entity === 'request')
      return [{ entity: 'request', value: { ...row.value, id: `past-${row.value.id}`, sessionId: '2026-06' } }]
    if (row.entity !== 'entry') return []
    const { id, requestId } = row.value
    const value = { ...row.value, id: `past-${id}`, requestId: `past-${requestId}`, sessionId: '2026-06' }
    return [{ entity: 'entry', value }]
  })
  const session = { id: '2026-06', label: 'Session de juin 2026', startsOn: '2026-06-15', endsOn: '2026-06-19' }
  return {
    ...world,
    common: [{ entity: 'examSession', value: session }, ...world.common],
    rows: [...world.rows, ...past],
  }
}

async function aNewPc() {
  const clock = aClock()
  const hq = await anHq({ clock, worlds: [twoSessions()] })
  const { proxied, answers } = await behind(hq)
  const desk = await aDesk({ hq: proxied, clock, enrols: 'never' })
  running.push(hq, { stop: () => proxied.stop() }, desk)
  let pages = 0
  /** The connection is cut once so many more pages have been delivered. */
  const cutAfter = (wanted: number) => {
    pages = 0
    answers(async (_request, response, passOn) => {
      if (pages++ >= wanted) return void response.destroy()
      response.end(JSON.stringify(await passOn()))
    }, '/v1/snapshot')
  }
  const enrol = async () =>
    await desk.call('desk.enrol', { hqUrl: proxied.url, code: await hq.enrolmentCode('rennes'), deviceName: 'ACCUEIL' })
  return { clock, hq, desk, cutAfter, enrol, whole: () => answers(null) }
}

test('a first sync cut after every page goes on from where it was, the session under way first', async () => {
  const { desk, cutAfter, enrol, whole } = await aNewPc()
  cutAfter(1)
  expect(await enrol()).toMatchObject({ ok: true })
  await desk.sync()
  const seen: { done: number; total: number; readable: boolean }[] = []
  for (let n = 0; n < 3; n++) {
    const { firstSync } = await desk.freshness()
    if (firstSync) seen.push(firstSync)
    expect(firstSync === null ? 0 : await desk.requests().then(({ length }) => length)).toBeLessThanOrEqual(520)
    cutAfter(1)
    await desk.sync()
    if (n === 0) await desk.restart()
  }
  const done = seen.map(({ done }) => done)
  expect(done).toEqual(done.toSorted((a, b) => a - b))
  expect(new Set(done).size).toBe(done.length)
  expect(seen.every(({ total }) => total === seen[0]?.total)).toBe(true)
  // Two pages hold the session under way: it may be looked at before the past one is here.
  expect(seen.map(({ readable }) => readable)).toEqual([false, true, true])
  whole()
  expect(await desk.sync()).toBeNull()
  expect(await desk.state()).toMatchObject({
    phase: 'choose-operator',
    freshness: { firstSync: null, agreement: 'agrees' },
  })
  expect(await desk.requests()).toHaveLength(520)
  const arrivals = await desk.call('arrival.list', { before: null })
  expect(arrivals).toHaveLength(1)
  expect(arrivals[0]).toMatchObject({ source: 'first-sync', counts: { request: 1040, entry: 1040, candidate: 520 } })
})

test('until it is complete one may look, and nothing may be changed', async () => {
  const { clock, desk, cutAfter, enrol, whole } = await aNewPc()
  cutAfter(2)
  await enrol()
  await desk.sync()
  expect(await desk.state()).toMatchObject({ phase: 'choose-operator', freshness: { firstSync: { readable: true } } })
  await desk.choose('manager')
  expect((await desk.state()).phase).toBe('ready')
  expect(await desk.requests()).toHaveLength(520)
  const { results } = await desk.prevalidate('Nom7-')
  expect(results).toEqual([{ ok: false, code: 'first-sync-under-way' }])
  expect(await desk.freshness()).toMatchObject({ toTransmit: 0 })
  whole()
  expect(await desk.sync()).toBeNull()
  expect((await desk.prevalidate('Nom7-')).results[0]?.ok).toBe(true)
  clock.advance(11)
  expect(await desk.sync()).toBeNull()
  expect(await desk.entry('Nom7-')).toMatchObject({ status: 'prevalidated', pending: false })
})

test('what HQ changes, and takes away, between two pages is followed all the same', async () => {
  const { hq, desk, cutAfter, enrol, whole } = await aNewPc()
  cutAfter(2)
  await enrol()
  await desk.sync()
  const [first, second] = (await hq.db.selectFrom('entry').select('id').orderBy('id').limit(2).execute()).map(
    ({ id }) => id,
  )
  await hq.withdraw(first ?? '')
  await hq.publish({ centreId: 'rennes', writes: [], tombstones: [{ entity: 'entry', id: second ?? '' }] })
  whole()
  expect(await desk.sync()).toBeNull()
  expect(await desk.freshness()).toMatchObject({ agreement: 'agrees', notices: [] })
  const rows = await desk.db
    .selectFrom('entry')
    .select(['id', 'status'])
    .where('id', 'in', [first ?? '', second ?? ''])
    .execute()
  expect(rows).toEqual([{ id: first, status: 'withdrawn' }])
})
