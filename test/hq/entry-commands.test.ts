import { describe, expect, test } from 'vitest'
import type { CommandArgs } from '../../domain/commands.ts'
import { aDevice, type TestDevice, valuesOf } from '../helpers/a-device.ts'
import { aClock } from '../helpers/an-hq.ts'
import { ENGINES } from '../helpers/hq-database.ts'
import type { World } from '../helpers/world.ts'
import { entryOf, pay, prevalidate } from './acts.ts'
import { startHqWith } from './start-hq.ts'

const of = (world: World, name: string) => ({ requestId: world.request(name), entryIds: [world.entry(name)] })

function remove(pc: TestDevice, world: World, name: string, more: Partial<CommandArgs<'entry.remove'>> = {}) {
  return pc.command('entry.remove', { ...of(world, name), reason: 'mistake', text: null, ...more })
}

function extend(pc: TestDevice, world: World, name: string, deadlineOn: string) {
  return pc.command('entry.extend', { ...of(world, name), deadlineOn, reason: 'Chèque en route' })
}

function release(pc: TestDevice, world: World, name: string, role: 'secretary' | 'manager' = 'manager') {
  return pc.command('entry.release', { ...of(world, name), reason: 'Sans nouvelles' }, { role })
}

function reinstate(pc: TestDevice, world: World, name: string, role: 'secretary' | 'manager' = 'manager') {
  return pc.command('entry.reinstate', of(world, name), { role })
}

describe.each(ENGINES)('what becomes of a seat that was given, on %s', (database) => {
  test('an exam removed frees its seat at once, and keeps why', async () => {
    const { hq, world } = await startHqWith({ seats: 1 }, { database })
    const pc = await aDevice(hq, 'rennes')
    const taken = await pc.send(prevalidate(pc, world, 'Ny'), prevalidate(pc, world, 'Roy'))
    expect(taken).toEqual(['applied', 'refused no-seat-left'])
    const freed = await pc.send(remove(pc, world, 'Ny'), prevalidate(pc, world, 'Roy'))
    expect(freed).toEqual(['applied', 'applied'])
    expect(await entryOf(pc, world, 'Ny')).toMatchObject({
      status: 'withdrawn',
      refusal: { reason: 'mistake', text: null },
    })
    expect(await pc.send(remove(pc, world, 'Ny'))).toEqual(['refused wrong-status'])
  })

  test('an exam that is paid and validated is never removed', async () => {
    const { hq, world } = await startHqWith({}, { database })
    const pc = await aDevice(hq, 'rennes')
    await pc.send(prevalidate(pc, world, 'Ny'), pay(pc, world, 'Ny'))
    await pc.send(pc.command('entry.confirm', { entryIds: [world.entry('Ny')] }))
    expect(await pc.send(remove(pc, world, 'Ny'))).toEqual(['refused wrong-status'])
    expect((await entryOf(pc, world, 'Ny'))?.status).toBe('confirmed')
  })

  test('no centre removes, extends or releases what is another’s', async () => {
    const { hq, world } = await startHqWith({ centreId: 'brest' }, { database })
    const { world: own } = await startHqWith({}, { database })
    await hq.publish({ centreId: null, writes: own.common })
    await hq.publish({ centreId: 'rennes', writes: own.rows })
    const pc = await aDevice(hq, 'rennes')
    const asked = [remove(pc, world, 'Ny'), extend(pc, world, 'Ny', '2026-12-01'), release(pc, world, 'Ny')]
    expect(await pc.send(...asked)).toEqual(asked.map(() => 'refused not-found'))
  })

  test('a deadline is put off by the clock of HQ, whatever the desk’s says', async () => {
    const clock = aClock()
    const { hq, world } = await startHqWith({}, { database, clock })
    const pc = await aDevice(hq, 'rennes')
    await pc.send(prevalidate(pc, world, 'Ny'))
    expect(await pc.send(extend(pc, world, 'Ny', '2026-12-01'))).toEqual(['applied'])
    expect(await entryOf(pc, world, 'Ny')).toMatchObject({
      status: 'prevalidated',
      deadlineOn: '2026-12-01',
      deadlineAt: '2026-12-01T23:00:00.000Z',
    })
    // Asked for in time on a PC that was offline; when HQ hears of it that day is over.
    const late = extend(pc, world, 'Ny', '2026-12-02')
    clock.set('2026-12-03T08:00:00.000Z')
    expect(await pc.send(late)).toEqual(['refused deadline-not-later'])
    expect(await pc.send(extend(pc, world, 'Ny', '2026-12-05'))).toEqual(['refused not-a-working-day'])
    expect(await pc.send(extend(pc, world, 'Ny', '2027-02-01'))).toEqual(['refused deadline-too-far'])
  })

  test('a seat that was paid is not released, whoever forgot to validate it', async () => {
    const clock = aClock()
    const { hq, world } = await startHqWith({ seats: 2 }, { database, clock })
    const pc = await aDevice(hq, 'rennes')
    await pc.send(prevalidate(pc, world, 'Ny'), prevalidate(pc, world, 'Roy'))
    await pc.send(pay(pc, world, 'Ny'), pay(pc, world, 'Roy', { amount: 2000 }))
    clock.set('2026-11-26T23:00:00.000Z')
    expect(await pc.send(release(pc, world, 'Ny'), release(pc, world, 'Roy'))).toEqual([
      'refused entry-already-paid',
      'applied',
    ])
    expect((await entryOf(pc, world, 'Ny'))?.status).toBe('prevalidated')
    const mails = await hq.db.selectFrom('mail').select(['candidateId', 'data']).where('name', '=', 'lapsed').execute()
    expect(mails).toMatchObject([{ candidateId: world.candidate('Roy'), data: { received: 2000, currency: 'EUR' } }])
  })

  test('a seat is released by a manager, once its deadline is over; and given again while there is one', async () => {
    const clock = aClock()
    const { hq, world } = await startHqWith({ seats: 1 }, { database, clock })
    const pc = await aDevice(hq, 'rennes', 'BUREAU')
    await pc.send(prevalidate(pc, world, 'Ny'))
    expect(await pc.send(release(pc, world, 'Ny'))).toEqual(['refused deadline-not-over'])
    clock.set('2026-11-26T23:00:00.000Z')
    expect(await pc.send(release(pc, world, 'Ny', 'secretary'))).toEqual(['refused role-not-allowed'])
    expect(await pc.send(release(pc, world, 'Ny'))).toEqual(['applied'])
    expect((await entryOf(pc, world, 'Ny'))?.status).toBe('lapsed')
    expect(await pc.send(reinstate(pc, world, 'Ny', 'secretary'))).toEqual(['refused role-not-allowed'])
    expect(await pc.send(reinstate(pc, world, 'Ny'))).toEqual(['applied'])
    expect(await entryOf(pc, world, 'Ny')).toMatchObject({
      status: 'prevalidated',
      prevalidatedAt: '2026-11-26T23:00:00.000Z',
      deadlineOn: '2026-12-02',
    })
    // The seat that was given again counts, and is told as taken from that PC.
    const lost = prevalidate(pc, world, 'Roy')
    expect(await pc.send(lost)).toEqual(['refused no-seat-left'])
    const item = valuesOf(await pc.rows(), 'reviewItem').find(({ commandId }) => commandId === lost.id)
    expect(item?.detail).toMatchObject({ takenAt: '2026-11-26T23:00:00.000Z', takenBy: 'BUREAU' })
  })
})
