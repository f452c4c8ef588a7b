import { describe, expect, test } from 'vitest'
import { aDevice, valuesOf } from '../helpers/a-device.ts'
import { aClock } from '../helpers/an-hq.ts'
import { ENGINES } from '../helpers/hq-database.ts'
import { MONDAY } from '../helpers/rows.ts'
import { aUuid, entryOf, pay, prevalidate } from './acts.ts'
import { startHqWith } from './start-hq.ts'

describe.each(ENGINES)('commands, on %s', (database) => {
  test('the last seat goes to the first PC that HQ hears; the other is told why, and À revoir says it to all', async () => {
    const { hq, world } = await startHqWith({ seats: 1 }, { database })
    const [front, back] = [await aDevice(hq, 'rennes', 'ACCUEIL'), await aDevice(hq, 'rennes', 'BUREAU')]
    const lost = prevalidate(front, world, 'Ny')
    expect(await back.send(prevalidate(back, world, 'Roy'))).toEqual(['applied'])
    expect(await front.send(lost)).toEqual(['refused no-seat-left'])
    const rows = await back.rows()
    expect((await entryOf(back, world, 'Ny'))?.status).toBe('requested')
    expect(valuesOf(rows, 'outcome').find(({ id }) => id === lost.id)).toMatchObject({
      status: 'refused',
      code: 'no-seat-left',
      deviceId: front.deviceId,
      decidedAt: MONDAY,
    })
    expect(valuesOf(rows, 'reviewItem')).toMatchObject([
      {
        commandId: lost.id,
        kind: 'refused',
        name: 'entry.prevalidate',
        code: 'no-seat-left',
        detail: { seats: 1, used: 1 },
        requestId: world.request('Ny'),
        entryIds: [world.entry('Ny')],
        deviceName: 'ACCUEIL',
        operatorName: 'Anne Hervé',
        doneAt: lost.at,
        judgedAt: MONDAY,
        dependents: [],
      },
    ])
  })

  test('a refused seat tells when the last one was taken, and from which PC', async () => {
    const clock = aClock()
    const { hq, world } = await startHqWith({ seats: 2, candidates: ['Ny', 'Roy', 'Zo'] }, { database, clock })
    const [front, back] = [await aDevice(hq, 'rennes', 'ACCUEIL'), await aDevice(hq, 'rennes', 'BUREAU')]
    await front.send(prevalidate(front, world, 'Roy'))
    clock.advance(60)
    await back.send(prevalidate(back, world, 'Ny'))
    clock.advance(60)
    const lost = prevalidate(front, world, 'Zo')
    expect(await front.send(lost)).toEqual(['refused no-seat-left'])
    const detail = { takenAt: '2026-11-23T08:42:00.000Z', takenBy: 'BUREAU' }
    const rows = await back.rows()
    expect(valuesOf(rows, 'reviewItem')).toMatchObject([{ commandId: lost.id, detail }])
    expect(valuesOf(rows, 'outcome').find(({ id }) => id === lost.id)).toMatchObject({ detail })
  })

  test('a seat that no command gave was taken from no PC; where there never was one, nobody took it', async () => {
    const taken = { status: 'prevalidated', prevalidatedAt: MONDAY } as const
    const { hq, world } = await startHqWith({ seats: 1, entries: { Roy: taken } }, { database })
    const pc = await aDevice(hq, 'rennes')
    await pc.send(prevalidate(pc, world, 'Ny'))
    expect(valuesOf(await pc.rows(), 'reviewItem')).toMatchObject([{ detail: { takenAt: MONDAY, takenBy: '' } }])
    const none = await startHqWith({ seats: 0 }, { database })
    const other = await aDevice(none.hq, 'rennes')
    await other.send(prevalidate(other, none.world, 'Ny'))
    expect(valuesOf(await other.rows(), 'reviewItem')[0]?.detail).not.toHaveProperty('takenAt')
  })

  test('the deadline is fixed by the clock of HQ, whatever the desk’s says', async () => {
    const { hq, world } = await startHqWith({}, { database, clock: aClock('2026-11-20T15:30:00.000Z') })
    const pc = await aDevice(hq, 'rennes')
    const command = {
      ...prevalidate(pc, world, 'Ny'),
      at: '2031-01-01T00:00:00.000Z',
      sendAfter: '2031-01-01T00:00:10.000Z',
    }
    expect(await pc.send(command)).toEqual(['applied'])
    expect(await entryOf(pc, world, 'Ny')).toMatchObject({
      status: 'prevalidated',
      prevalidatedAt: '2026-11-20T15:30:00.000Z',
      deadlineOn: '2026-11-25',
      deadlineAt: '2026-11-25T23:00:00.000Z',
    })
  })

  test('the first pre-validation gives the candidate a number, for life', async () => {
    const { hq, world } = await startHqWith({ seats: 2 }, { database })
    const pc = await aDevice(hq, 'rennes')
    const numberOf = async (name: string) =>
      valuesOf(await pc.rows(), 'candidate').find(({ id }) => id === world.candidate(name))?.nuc ?? null
    expect(await numberOf('Ny')).toBeNull()
    await pc.send(prevalidate(pc, world, 'Ny'), prevalidate(pc, world, 'Roy'))
    expect(await numberOf('Ny')).toMatch(/^CA\d{5,}$/)
    expect(await numberOf('Roy')).not.toBe(await numberOf('Ny'))
  })

  test('a command sent again has the answer of the first time and no second effect', async () => {
    const { hq, world } = await startHqWith({ seats: 1 }, { database })
    const pc = await aDevice(hq, 'rennes')
    const [won, lost, paid] = [prevalidate(pc, world, 'Ny'), prevalidate(pc, world, 'Roy'), pay(pc, world, 'Ny')]
    const first = await pc.send(won, lost, paid)
    const { cursor } = await pc.changes()
    expect(first).toEqual(['applied', 'refused no-seat-left', 'applied'])
    expect(await pc.send(won, lost, paid)).toEqual(first)
    expect(await pc.send(paid, paid, lost)).toEqual([first[2], first[2], first[1]])
    expect((await pc.changes(cursor)).changes).toEqual([])
  })

  test('a payment and the confirmation that needs it: in one batch, in order, each kept as it came', async () => {
    const { hq, world } = await startHqWith({}, { database })
    const pc = await aDevice(hq, 'rennes')
    const [first, paid] = [prevalidate(pc, world, 'Ny'), pay(pc, world, 'Ny')]
    const confirm = pc.command('entry.confirm', { entryIds: [world.entry('Ny')] }, { dependsOn: [paid.id] })
    expect(await pc.send(first, paid, confirm)).toEqual(['applied', 'applied', 'applied'])
    expect((await entryOf(pc, world, 'Ny'))?.status).toBe('confirmed')
    const log = await hq.db
      .selectFrom('commandLog')
      .select('command')
      .where('id', '=', paid.id)
      .executeTakeFirstOrThrow()
    expect(log.command).toEqual(paid)
    const device = await hq.db.selectFrom('hqDevice').select('lastSequence').executeTakeFirstOrThrow()
    expect(device.lastSequence).toBe(3)
  })

  test('a confirmation is refused while the fee is not covered, unless the organisation is on account', async () => {
    const organisation = { id: 'opco', name: 'OPCO', addressLines: [], onAccount: true }
    const one = await startHqWith({}, { database })
    const pc = await aDevice(one.hq, 'rennes')
    await pc.send(prevalidate(pc, one.world, 'Ny'), pay(pc, one.world, 'Ny', { amount: 4999 }))
    expect(await pc.send(pc.command('entry.confirm', { entryIds: [one.world.entry('Ny')] }))).toEqual([
      'refused fee-not-covered',
    ])
    const two = await startHqWith({ organisation }, { database })
    const other = await aDevice(two.hq, 'rennes')
    const first = prevalidate(other, two.world, 'Ny')
    const confirm = other.command('entry.confirm', { entryIds: [two.world.entry('Ny')] })
    expect(await other.send(first, confirm)).toEqual(['applied', 'applied'])
  })

  test('what is refused stops only what names it', async () => {
    const { hq, world } = await startHqWith({ seats: 0, candidates: ['Ny', 'Roy'] }, { database })
    const pc = await aDevice(hq, 'rennes')
    const lost = prevalidate(pc, world, 'Ny')
    const fallen = pc.command(
      'entry.refuse',
      { requestId: world.request('Ny'), entryIds: [world.entry('Ny')], reason: 'full', text: null },
      { dependsOn: [lost.id] },
    )
    const deeper = pc.command(
      'offering.set-seats',
      { offeringId: world.offeringId, seats: 3 },
      { dependsOn: [fallen.id] },
    )
    const free = pc.command('offering.set-seats', { offeringId: world.offeringId, seats: 4 })
    expect(await pc.send(lost, fallen, deeper, free)).toEqual([
      'refused no-seat-left',
      'refused depends-on-refused',
      'refused depends-on-refused',
      'applied',
    ])
    expect(valuesOf(await pc.rows(), 'reviewItem')).toMatchObject([
      {
        commandId: lost.id,
        dependents: [
          { commandId: fallen.id, name: 'entry.refuse', code: 'depends-on-refused' },
          { commandId: deeper.id, name: 'offering.set-seats', code: 'depends-on-refused' },
        ],
      },
    ])
  })

  test('a review item is settled once; a second PC’s note is kept all the same', async () => {
    const { hq, world } = await startHqWith({ seats: 0 }, { database })
    const pc = await aDevice(hq, 'rennes')
    await pc.send(prevalidate(pc, world, 'Ny'))
    const [item] = valuesOf(await pc.rows(), 'reviewItem')
    const settle = () =>
      pc.command('review.settle', {
        settlementId: aUuid(),
        reviewItemId: item?.id ?? '',
        choice: 'handled',
        note: null,
        settledAt: MONDAY,
      })
    expect(await pc.send(settle(), settle())).toEqual(['applied', 'applied already-settled'])
    expect(valuesOf(await pc.rows(), 'reviewSettlement')).toHaveLength(2)
  })

  test('seats are not set below those taken, and a reader changes nothing', async () => {
    const { hq, world } = await startHqWith({ seats: 2 }, { database })
    const pc = await aDevice(hq, 'rennes')
    await pc.send(prevalidate(pc, world, 'Ny'), prevalidate(pc, world, 'Roy'))
    const setSeats = (seats: number, role: 'reader' | 'secretary' | 'manager') =>
      pc.command('offering.set-seats', { offeringId: world.offeringId, seats }, { role })
    expect(
      await pc.send(setSeats(1, 'manager'), setSeats(9, 'secretary'), setSeats(9, 'reader'), setSeats(2, 'manager')),
    ).toEqual(['refused seats-below-used', 'refused role-not-allowed', 'refused role-not-allowed', 'applied'])
    const byReader = { ...pay(pc, world, 'Ny'), operator: { id: 'bruno', name: 'Bruno', role: 'reader' } }
    expect(await pc.send(byReader)).toEqual(['applied role-not-allowed'])
  })
})
