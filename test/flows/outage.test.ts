import { afterEach, expect, test } from 'vitest'
import { aDesk, type RunningDesk } from '../helpers/a-desk.ts'
import { aClock, anHq, type RunningHq } from '../helpers/an-hq.ts'
import { smallWorld } from '../helpers/world.ts'

const running: { stop(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of running.splice(0).reverse()) await one.stop()
})

async function aCentre(options: Parameters<typeof smallWorld>[0] = {}) {
  const clock = aClock()
  const world = smallWorld({ seats: 5, ...options })
  const hq: RunningHq = await anHq({ clock, worlds: [world] })
  const desk: RunningDesk = await aDesk({ hq, clock, role: 'manager' })
  running.push(hq, desk)
  return { clock, world, hq, desk }
}

async function statusesAtHq(hq: RunningHq): Promise<Record<string, string>> {
  const rows = await hq.db.selectFrom('entry').select(['id', 'status']).execute()
  return Object.fromEntries(rows.map(({ id, status }) => [id.split('-').at(-1), status]))
}

test('a whole day without network: nothing is lost, everything reaches HQ in order', async () => {
  const { clock, hq, desk } = await aCentre()
  await hq.down()
  await desk.prevalidate('Ny')
  await desk.pay('Ny')
  await desk.refuse('Roy')
  clock.advance(3600)
  expect(await desk.sync()).toBe('hq-unreachable')
  expect(await desk.entry('Ny')).toMatchObject({ status: 'confirmed', pending: true, paid: 5000 })
  expect(await desk.freshness()).toMatchObject({ toTransmit: 5, trouble: 'hq-unreachable' })
  // Tried, not heard: the register counts them as the frame does, and finds them where it counts them.
  const departures = (states: ('waiting' | 'sending')[]) =>
    desk.call('exchange.list', { states, text: '', before: null })
  const waiting = await departures(['waiting'])
  expect(waiting.counts).toMatchObject({ waiting: 5, sending: 0 })
  expect(waiting.rows.map(({ state, sentAt }) => `${state} ${sentAt === null}`)).toEqual(Array(5).fill('waiting false'))
  expect((await departures(['sending'])).rows).toEqual([])
  await desk.restart()
  expect(await desk.entry('Ny')).toMatchObject({ status: 'confirmed', pending: true, paid: 5000 })
  await hq.up()
  expect(await desk.sync()).toBeNull()
  expect(await desk.freshness()).toMatchObject({ toTransmit: 0, toReview: 0, trouble: null, troubleSince: null })
  expect(await statusesAtHq(hq)).toEqual({ Ny: 'confirmed', Roy: 'refused' })
  const receipt = await hq.db.selectFrom('receipt').selectAll().executeTakeFirstOrThrow()
  expect(receipt.number).toBe('2026-A-000001')
  expect(hq.bugs).toEqual([])
})

test('the entry was withdrawn meanwhile: the payment stands as a credit, the receipt stands, one line in À revoir says so', async () => {
  const { clock, world, hq, desk } = await aCentre()
  await desk.prevalidate('Ny')
  clock.advance(11)
  await desk.sync()
  desk.network('down')
  const { results } = await desk.pay('Ny')
  expect(results.every(({ ok }) => ok)).toBe(true)
  await hq.withdraw(world.entry('Ny'))
  clock.advance(60)
  desk.network('up')
  await desk.sync()

  expect(await desk.entry('Ny')).toMatchObject({ status: 'withdrawn', pending: false })
  const [payment] = await desk.call('payment.list', { sessionId: '2027-01' })
  expect(payment).toMatchObject({ amount: 5000, credit: 5000, pending: false, receipt: { number: '2026-A-000001' } })
  const review = await desk.toReview()
  expect(review).toHaveLength(1)
  expect(review[0]).toMatchObject({
    kind: 'misfit',
    name: 'payment.record',
    code: 'entry-not-live',
    payment: { amount: 5000, credit: 5000, currency: 'EUR', voided: false, receiptNumber: '2026-A-000001' },
    dependents: [{ name: 'entry.confirm', code: 'wrong-status' }],
  })
  expect(await statusesAtHq(hq)).toMatchObject({ Ny: 'withdrawn' })
})

test('HQ’s clock fixes the deadline; the desk’s is provisional until then', async () => {
  const { clock, desk } = await aCentre()
  await desk.prevalidate('Ny')
  expect(await desk.entry('Ny')).toMatchObject({ deadlineOn: '2026-11-26', pending: true })
  clock.set('2026-11-24T09:00:00.000Z')
  await desk.sync()
  expect(await desk.entry('Ny')).toMatchObject({ deadlineOn: '2026-11-27', pending: false })
})

test.each(['loses-answers', 'delivers-twice'] as const)('a network that %s changes nothing twice', async (network) => {
  const { clock, hq, desk } = await aCentre()
  await desk.prevalidate('Ny')
  await desk.pay('Ny')
  clock.advance(11)
  desk.network(network)
  await desk.sync()
  await desk.sync()
  desk.network('up')
  expect(await desk.sync()).toBeNull()
  expect(await desk.freshness()).toMatchObject({ toTransmit: 0, toReview: 0 })
  expect(await desk.entry('Ny')).toMatchObject({ status: 'confirmed', pending: false, paid: 5000 })
  expect(await hq.db.selectFrom('payment').selectAll().execute()).toHaveLength(1)
  expect(await hq.db.selectFrom('outcome').selectAll().execute()).toHaveLength(4)
})

test('HQ’s answer to a sending settles nothing: only its outcome, pulled, does', async () => {
  const { clock, hq, desk } = await aCentre()
  await desk.prevalidate('Ny')
  clock.advance(11)
  // The sending is answered, then everything else is cut.
  const cut = await aDeskThatOnlySends(desk)
  expect(cut).toBe('hq-unreachable')
  expect(await statusesAtHq(hq)).toMatchObject({ Ny: 'prevalidated' })
  expect(await desk.entry('Ny')).toMatchObject({ status: 'prevalidated', pending: true })
  expect(await desk.freshness()).toMatchObject({ toTransmit: 1 })
  await desk.restart()
  await desk.sync()
  expect(await desk.freshness()).toMatchObject({ toTransmit: 0 })
})

async function aDeskThatOnlySends(desk: RunningDesk): Promise<string | null> {
  desk.network('only-sends')
  const trouble = await desk.sync()
  desk.network('up')
  return trouble
}

test('a clock that ran a day ahead and is set right holds nothing back', async () => {
  const { clock, hq, desk } = await aCentre()
  clock.set('2026-11-24T08:41:00.000Z')
  await desk.prevalidate('Ny')
  clock.set('2026-11-23T08:42:00.000Z')
  await desk.sync()
  expect(await statusesAtHq(hq)).toMatchObject({ Ny: 'prevalidated' })
})

test('an error of ours during an exchange is told: « à jour » is not said, and work goes on', async () => {
  const { clock, desk } = await aCentre()
  await desk.prevalidate('Ny')
  clock.advance(11)
  const { value } = await desk.db.selectFrom('shadow').select('value').executeTakeFirstOrThrow()
  await desk.db.updateTable('shadow').set({ value: '{}' }).execute()
  expect(await desk.sync()).toBe('internal')
  expect(await desk.freshness()).toMatchObject({ trouble: 'internal', troubleSince: clock.now() })
  await desk.prevalidate('Roy')
  expect(await desk.entry('Roy')).toMatchObject({ status: 'prevalidated' })
  await desk.db.updateTable('shadow').set({ value }).where('value', '=', '{}').execute()
  expect(await desk.sync()).toBeNull()
  expect(await desk.entry('Ny')).toMatchObject({ status: 'prevalidated', pending: false })
})

test('kinds of rows left out by an older version are fetched after the update, and nobody waits for it', async () => {
  const { desk } = await aCentre()
  await desk.db.insertInto('syncState').values({ key: 'unknownEntitiesSince', value: '0.1.0' }).execute()
  const { id } = await desk.entry('Ny')
  await desk.db.deleteFrom('entry').where('id', '=', id).execute()
  await desk.restart('0.2.0')
  expect((await desk.state()).phase).toBe('ready')
  expect(await desk.sync()).toBeNull()
  expect(await desk.entry('Ny')).toMatchObject({ id })
  const kept = await desk.db.selectFrom('syncState').select('key').execute()
  expect(kept.map(({ key }) => key)).not.toContain('refetching')
})

test('an empty page deletes nothing', async () => {
  const { clock, desk } = await aCentre()
  const before = await desk.requests()
  for (let n = 0; n < 3; n++) {
    clock.advance(60)
    expect(await desk.sync()).toBeNull()
  }
  expect(await desk.requests()).toEqual(before)
})

test('what named a line that a damaged disk took with it does not wait for it for ever', async () => {
  const { clock, hq, desk } = await aCentre()
  desk.network('down')
  await desk.prevalidate('Ny')
  await desk.pay('Ny')
  await desk.refuse('Roy')
  const [lost] = await desk.db.selectFrom('command').select('id').orderBy('sequence').execute()
  // Never sent: HQ will not hear of it. The confirmation of the same entry names it.
  await desk.db
    .deleteFrom('command')
    .where('id', '=', lost?.id ?? '')
    .execute()
  clock.advance(60)
  desk.network('up')
  expect(await desk.sync()).toBeNull()
  expect(await desk.freshness()).toMatchObject({ toTransmit: 0, quarantined: 0, agreement: 'agrees' })
  expect(await statusesAtHq(hq)).toMatchObject({ Ny: 'requested', Roy: 'refused' })
  expect(await hq.db.selectFrom('receipt').select('number').execute()).toEqual([{ number: '2026-A-000001' }])
  // Judged without what it leaned on: the confirmation of an entry that nobody pre-validated.
  expect((await desk.toReview()).map(({ name, code }) => `${name} ${code}`)).toEqual(['entry.confirm wrong-status'])
})
