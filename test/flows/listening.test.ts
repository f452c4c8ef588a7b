import { afterEach, expect, test, vi } from 'vitest'
import { aDesk } from '../helpers/a-desk.ts'
import { aClock, anHq } from '../helpers/an-hq.ts'
import { smallWorld } from '../helpers/world.ts'

const running: { stop(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of running.splice(0).reverse()) await one.stop()
})

test('what one PC does is seen on the other without anybody asking, and a PC that is stopped lets go', async () => {
  const clock = aClock()
  const hq = await anHq({ clock, worlds: [smallWorld({ seats: 5 })] })
  const desk = await aDesk({ hq, clock, role: 'manager' })
  const other = await aDesk({ hq, clock, role: 'manager', name: 'BUREAU 2' })
  running.push(hq, desk, other)
  other.start()
  await vi.waitFor(async () => expect((await other.freshness()).agreement).toBe('agrees'))
  await desk.prevalidate('Ny')
  clock.advance(11)
  await desk.sync()
  // The five minutes of the other's own rhythm are far away: HQ told it.
  await vi.waitFor(async () => expect(await other.entry('Ny')).toMatchObject({ status: 'prevalidated' }), {
    timeout: 20_000,
  })
  await vi.waitFor(async () => expect(await other.freshness()).toMatchObject({ agreement: 'agrees', trouble: null }))
  expect(hq.bugs).toEqual([])
})

test('work done while a request is held leaves at once, and is not taken in twice', async () => {
  const clock = aClock()
  const hq = await anHq({ clock, worlds: [smallWorld({ seats: 5 })] })
  const desk = await aDesk({ hq, clock, role: 'manager' })
  running.push(hq, desk)
  desk.start()
  await vi.waitFor(async () => expect((await desk.freshness()).agreement).toBe('agrees'))
  await desk.prevalidate('Ny')
  clock.advance(11)
  await desk.pay('Ny')
  await vi.waitFor(async () => expect(await desk.freshness()).toMatchObject({ toTransmit: 0, agreement: 'agrees' }), {
    timeout: 20_000,
  })
  const arrivals = await desk.call('arrival.list', { before: null })
  const payments = arrivals.reduce((sum, { counts }) => sum + (counts.payment ?? 0), 0)
  expect(payments).toBe(1)
})
