import { describe, expect, test } from 'vitest'
import { compact } from '../../hq/compact.ts'
import { aDevice, valuesOf } from '../helpers/a-device.ts'
import { aClock } from '../helpers/an-hq.ts'
import { ENGINES } from '../helpers/hq-database.ts'
import { prevalidate } from './acts.ts'
import { startHqWith } from './start-hq.ts'

const TOO_OLD = { status: 410, body: { code: 'cursor-too-old' } }
const DAY = 24 * 3600

describe.each(ENGINES)('old changes, on %s', (database) => {
  test('are forgotten: who is below is told so and reads all rows; who is above goes on; nothing else is lost', async () => {
    const clock = aClock()
    const { hq, world } = await startHqWith({ seats: 0 }, { database, clock })
    const pc = await aDevice(hq, 'rennes')
    const lost = prevalidate(pc, world, 'Ny')
    await pc.send(lost)
    const before = await pc.rows()
    const { cursor: old, digest } = await pc.changes()
    clock.advance(61 * DAY)
    const limit = clock.now()
    await pc.send(pc.command('offering.set-seats', { offeringId: world.offeringId, seats: 3 }))
    // In batches of two: the world, the PC, its command.
    expect(await compact(hq.db, limit, 2)).toBe(1 + 3)
    expect(await compact(hq.db, limit, 2)).toBe(0)
    for (const below of [
      { common: 0, centre: 0 },
      { ...old, common: old.common - 1 },
      { ...old, centre: old.centre - 1 },
    ])
      for (const wait of [0, 50])
        expect(await pc.get(`/v1/changes?common=${below.common}&centre=${below.centre}&wait=${wait}`)).toEqual(TOO_OLD)
    const { changes, cursor, digest: now } = await pc.changes(old)
    expect(changes.map(({ position }) => position)).toEqual([old.centre + 1])
    expect(now).not.toEqual(digest)
    const rows = await pc.rows()
    expect(valuesOf(rows, 'outcome').map(({ id }) => id)).toContain(lost.id)
    expect(rows).toHaveLength(before.length + 1)
    expect(await pc.send(lost)).toEqual(['refused no-seat-left'])
    expect((await pc.snapshot())[0]?.cursor).toEqual(cursor)
  })

  test('are kept while something older comes after them, whatever the clocks of instances say', async () => {
    const clock = aClock()
    const { hq } = await startHqWith({}, { database, clock })
    const pc = await aDevice(hq, 'rennes')
    const operator = { id: 'x', name: 'X', role: 'reader' as const, active: true }
    clock.advance(2 * DAY)
    const limit = clock.now()
    await hq.publish({ centreId: 'rennes', writes: [{ entity: 'operator', value: operator }] })
    clock.advance(-DAY)
    await hq.publish({ centreId: 'rennes', writes: [{ entity: 'operator', value: operator }] })
    expect(await compact(hq.db, limit)).toBe(1 + 2)
    const { changes } = await pc.changes({ common: 1, centre: 2 })
    expect(changes.map(({ position }) => position)).toEqual([3, 4])
  })

  test('all forgotten, a reader at the end hears « nothing new », and positions go on from there', async () => {
    const clock = aClock()
    const { hq, world } = await startHqWith({}, { database, clock })
    const pc = await aDevice(hq, 'rennes')
    const { cursor, digest } = await pc.changes()
    clock.advance(DAY)
    await compact(hq.db, clock.now())
    expect(await pc.changes(cursor)).toMatchObject({ changes: [], cursor, digest })
    await pc.send(pc.command('offering.set-seats', { offeringId: world.offeringId, seats: 3 }))
    expect((await pc.changes(cursor)).changes.map(({ position }) => position)).toEqual([cursor.centre + 1])
  })
})
