import { readFileSync } from 'node:fs'
import { afterEach, expect, test } from 'vitest'
import { aDesk } from '../helpers/a-desk.ts'
import { aClock, anHq, type HqOptions } from '../helpers/an-hq.ts'
import { smallWorld } from '../helpers/world.ts'

const running: { stop(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of running.splice(0).reverse()) await one.stop()
})

async function aCentre(options: HqOptions = {}) {
  const clock = aClock()
  const deskClock = aClock()
  const hq = await anHq({ clock, worlds: [smallWorld({ seats: 5 })], ...options })
  const desk = await aDesk({ hq, clock: deskClock, role: 'manager' })
  running.push(hq, desk)
  const later = (seconds: number) => {
    clock.advance(seconds)
    deskClock.advance(seconds)
  }
  return { clock, deskClock, hq, desk, later }
}

test.each([
  ['two hours ahead', 7500, 7500],
  ['a day behind', -86_400, -86_400],
  ['a minute ahead, which nobody need know', 60, null],
])('a PC’s clock %s is told, and changes no deadline', async (_, by, told) => {
  const { clock, deskClock, desk, later } = await aCentre()
  deskClock.advance(by)
  await desk.prevalidate('Ny')
  later(11)
  expect(await desk.sync()).toBeNull()
  expect(await desk.freshness()).toMatchObject({ clockAhead: told, trouble: null, toTransmit: 0 })
  expect(await desk.entry('Ny')).toMatchObject({ prevalidatedAt: clock.now(), deadlineOn: '2026-11-26' })
  deskClock.set(clock.now())
  await desk.sync()
  expect(await desk.freshness()).toMatchObject({ clockAhead: null })
})

test('a revoked PC is told so; what it has to send is kept, and HQ takes it by file no more than otherwise', async () => {
  const { hq, desk, later } = await aCentre()
  await desk.prevalidate('Ny')
  await hq.db.updateTable('hqDevice').set({ revokedAt: '2026-11-23T08:41:00.000Z' }).execute()
  later(700)
  expect(await desk.sync()).toBe('device-revoked')
  expect(await desk.freshness()).toMatchObject({ trouble: 'device-revoked', toTransmit: 1 })
  expect(await desk.entry('Ny')).toMatchObject({ status: 'prevalidated', pending: true })
  const written = await desk.call('rescue.write', {})
  if (!written.ok) throw new Error(`no file: ${written.code}`)
  expect(await hq.import(readFileSync(written.path))).toEqual({ ok: false, refusal: 'revoked-sender' })
})

test('an application too old for HQ goes on offline; what it has to send is kept and can leave as a file', async () => {
  const clock = aClock()
  const hq = await anHq({ clock, worlds: [smallWorld({ seats: 5 })], port: 0 })
  const desk = await aDesk({ hq, clock, role: 'manager' })
  running.push(desk)
  await hq.down()
  const port = Number(new URL(hq.url).port)
  const newer = await anHq({ clock, worlds: [smallWorld({ seats: 5 })], port, minimumAppVersion: '9.0.0' })
  running.push(hq, newer)
  await desk.prevalidate('Ny')
  clock.advance(700)
  expect(await desk.sync()).toBe('app-too-old')
  await desk.prevalidate('Roy')
  clock.advance(11)
  expect(await desk.freshness()).toMatchObject({ trouble: 'app-too-old', toTransmit: 2 })
  expect(await desk.call('rescue.write', {})).toMatchObject({ ok: true, commands: 2 })
})
