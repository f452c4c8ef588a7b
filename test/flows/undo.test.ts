import { afterEach, expect, test } from 'vitest'
import { aDesk } from '../helpers/a-desk.ts'
import { aClock, anHq } from '../helpers/an-hq.ts'
import { smallWorld } from '../helpers/world.ts'

const running: { stop(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of running.splice(0).reverse()) await one.stop()
})

async function aCentre() {
  const clock = aClock()
  const hq = await anHq({ clock, worlds: [smallWorld({ seats: 5, candidates: ['Ny', 'Roy', 'Sol'] })] })
  const desk = await aDesk({ hq, clock, role: 'manager' })
  running.push(hq, desk)
  const undo = async (click: { undo: { clickId: string } | null }) =>
    click.undo ? (await desk.call('command.undo', { clickId: click.undo.clickId })).undone : null
  return { clock, hq, desk, undo }
}

test('« Annuler » puts the rows back and never tells HQ; the register keeps the line', async () => {
  const { clock, hq, desk, undo } = await aCentre()
  const before = await desk.entry('Ny')
  const click = await desk.prevalidate('Ny')
  expect(await undo(click)).toBe(true)
  expect(await desk.entry('Ny')).toEqual(before)
  clock.advance(11)
  await desk.sync()
  expect(await hq.db.selectFrom('outcome').selectAll().execute()).toEqual([])
  const kept = await desk.db.selectFrom('command').selectAll().execute()
  expect(kept).toMatchObject([{ name: 'entry.prevalidate', state: 'cancelled' }])
  expect(await undo(click)).toBe(false)
})

test('a click on several requests is one undo', async () => {
  const { desk, undo } = await aCentre()
  const drafts = await Promise.all(
    ['Ny', 'Roy'].map(async (person) => {
      const { id: requestId, entries } = await desk.request(person)
      return { name: 'entry.prevalidate' as const, args: { requestId, entryIds: entries.map(({ id }) => id) } }
    }),
  )
  const click = await desk.run(...drafts)
  await desk.prevalidate('Sol')
  expect(await undo(click)).toBe(true)
  expect((await desk.requests()).map(({ entries }) => entries[0]?.status)).toEqual([
    'requested',
    'requested',
    'prevalidated',
  ])
})

test('it is too late once the command is on its way, even if the network then fails', async () => {
  const { clock, desk, undo } = await aCentre()
  const click = await desk.prevalidate('Ny')
  clock.advance(11)
  desk.network('down')
  // The token is there from the first exchange: the command is marked before the call that fails.
  await desk.sync()
  expect(await undo(click)).toBe(false)
  expect(await desk.entry('Ny')).toMatchObject({ status: 'prevalidated', pending: true })
})

test('it is too late once something else leans on it', async () => {
  const { desk, undo } = await aCentre()
  const click = await desk.prevalidate('Ny')
  const payment = await desk.pay('Ny')
  expect(payment.undo).toBeNull()
  expect(await undo(click)).toBe(false)
  expect(await desk.entry('Ny')).toMatchObject({ status: 'confirmed' })
})

test('it is too late once money was taken for it, even without a confirmation', async () => {
  const { desk, undo } = await aCentre()
  const click = await desk.prevalidate('Ny')
  const { candidate, sessionId, entries } = await desk.request('Ny')
  const args = {
    sessionId,
    payer: { kind: 'candidate', id: candidate.id },
    method: 'transfer',
    amount: 2000,
    currency: 'EUR',
    receivedOn: '2026-11-23',
    reference: null,
    allocations: [{ entryId: entries[0]?.id ?? '', amount: 2000 }],
  }
  await desk.run({ name: 'payment.record', args })
  expect(await undo(click)).toBe(false)
  expect(await desk.entry('Ny')).toMatchObject({ status: 'prevalidated', paid: 2000 })
})

test('taking back one click leaves what has happened since: money received does not vanish', async () => {
  const { desk, undo } = await aCentre()
  desk.network('down')
  await desk.prevalidate('Ny')
  await desk.pay('Ny')
  const click = await desk.prevalidate('Roy')
  expect(await undo(click)).toBe(true)
  expect(await desk.entry('Ny')).toMatchObject({ status: 'confirmed', paid: 5000 })
  expect(await desk.call('payment.list', { sessionId: '2027-01' })).toMatchObject([
    { amount: 5000, receipt: { number: '2026-A-000001' } },
  ])
})

test('ten seconds are ten seconds, even when nothing could leave', async () => {
  const { clock, desk, undo } = await aCentre()
  desk.network('down')
  const click = await desk.prevalidate('Ny')
  clock.advance(10)
  expect(await undo(click)).toBe(false)
  expect(await desk.entry('Ny')).toMatchObject({ status: 'prevalidated', pending: true })
})

test('the ten seconds survive a restart of the application', async () => {
  const { clock, desk, undo } = await aCentre()
  const click = await desk.prevalidate('Ny')
  await desk.restart()
  await desk.sync()
  expect(await desk.freshness()).toMatchObject({ toTransmit: 1 })
  expect(await undo(click)).toBe(true)
  clock.advance(11)
  await desk.sync()
  expect(await desk.entry('Ny')).toMatchObject({ status: 'requested', pending: false })
})
