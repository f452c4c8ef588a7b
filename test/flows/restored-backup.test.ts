import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { listBackups, makeBackup } from '../../main/backups.ts'
import { restoreBackup } from '../../main/restore-backup.ts'
import { aDesk, type RunningDesk } from '../helpers/a-desk.ts'
import { aClock, anHq, type MovableClock } from '../helpers/an-hq.ts'
import { breakPage } from '../helpers/broken-desk.ts'
import { smallWorld } from '../helpers/world.ts'

const running: { stop(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of running.splice(0).reverse()) await one.stop()
})

const random = (bytes: number) => randomBytes(bytes)

async function aCentre() {
  const clock = aClock()
  const candidates = ['Ny', 'Roy', 'Sy', 'Ty', ...Array.from({ length: 60 }, (_, n) => `Nom${n}-`)]
  const world = smallWorld({ seats: 40, candidates })
  const hq = await anHq({ clock, worlds: [world] })
  const desk = await aDesk({ hq, clock, role: 'manager' })
  running.push(hq, desk)
  return { clock, world, hq, desk }
}

async function exchange(desk: RunningDesk, clock: MovableClock) {
  clock.advance(601)
  expect(await desk.sync()).toBeNull()
}

/** The disk spoils a table; the person restores the last backup. */
async function damageAndRestore(desk: RunningDesk, clock: MovableClock, table: string, which: 'leaf' | 'all' = 'leaf') {
  await desk.whileClosed(async () => {
    breakPage(path.join(desk.folder, 'pupitre.sqlite'), table, { which })
    const backup = listBackups(desk.folder).find(({ takenAt }) => takenAt !== null)
    if (!backup) throw new Error('no backup')
    await restoreBackup({ dataFolder: desk.folder, backup, clock, random })
  })
}

test('a damaged database, its backup restored: what HQ had comes back, what it had not arrives, nothing counts twice', async () => {
  const { clock, world, hq, desk } = await aCentre()
  await desk.prevalidate('Ny')
  await exchange(desk, clock)
  expect(await makeBackup(desk.db, { dataFolder: desk.folder, clock })).toMatchObject({ made: true })
  // Since: money that HQ has, money that it has not, and an answer whose outcome this PC has not heard.
  await desk.pay('Ny')
  await desk.prevalidate('Roy')
  await exchange(desk, clock)
  desk.network('down')
  await desk.pay('Roy')
  desk.network('only-sends')
  clock.advance(60)
  await desk.sync()
  desk.network('down')
  await desk.prevalidate('Sy')
  await desk.pay('Sy')
  await damageAndRestore(desk, clock, 'entry', 'all')

  // Still offline: what was done shows as it did, and money can be taken.
  expect((await desk.entry('Sy')).status).toBe('confirmed')
  expect(
    (await desk.call('payment.list', { sessionId: '2027-01' })).map(({ receipt }) => receipt?.number).sort(),
  ).toEqual(['2026-A-000001', '2026-A-000002', '2026-A-000003'])
  desk.network('up')
  await exchange(desk, clock)
  await exchange(desk, clock)
  const freshness = await desk.freshness()
  expect(freshness).toMatchObject({ toTransmit: 0, quarantined: 0, trouble: null, agreement: 'agrees' })
  // Told once, of what holds now: the new series, and the day of the backup.
  expect(freshness.notices).toMatchObject([
    { kind: 'identity-renewed', detail: { reason: 'restored', series: 'B', backupAt: expect.any(String) } },
  ])
  const statuses = new Map(
    (await hq.db.selectFrom('entry').select(['id', 'status']).execute()).map((one) => [one.id, one.status]),
  )
  expect(['Ny', 'Roy', 'Sy'].map((name) => statuses.get(world.entry(name)))).toEqual([
    'confirmed',
    'confirmed',
    'confirmed',
  ])
  expect(await hq.db.selectFrom('payment').select('id').execute()).toHaveLength(3)
  const receipts = (await hq.db.selectFrom('receipt').select('number').execute()).map(({ number }) => number).sort()
  expect(receipts).toEqual(['2026-A-000001', '2026-A-000002', '2026-A-000003'])
  await desk.prevalidate('Ty')
  await desk.pay('Ty')
  await exchange(desk, clock)
  expect(
    (await hq.db.selectFrom('receipt').select('number').where('series', '=', 'B').execute()).map(
      ({ number }) => number,
    ),
  ).toEqual(['2026-B-000001'])
  expect(hq.bugs).toEqual([])
})

test('a register that is partly unreadable: what is left of it arrives, and both sides agree again', async () => {
  const { clock, hq, desk } = await aCentre()
  await makeBackup(desk.db, { dataFolder: desk.folder, clock })
  desk.network('down')
  for (let n = 0; n < 60; n++) await desk.refuse(`Nom${n}-`)
  await damageAndRestore(desk, clock, 'command')
  const { toTransmit } = await desk.freshness()
  expect(toTransmit).toBeGreaterThan(20)
  expect(toTransmit).toBeLessThan(60)
  desk.network('up')
  await exchange(desk, clock)
  await exchange(desk, clock)
  expect(await desk.freshness()).toMatchObject({ toTransmit: 0, trouble: null, agreement: 'agrees' })
  const refused = await hq.db.selectFrom('entry').select('id').where('status', '=', 'refused').execute()
  expect(refused).toHaveLength(toTransmit)
})
