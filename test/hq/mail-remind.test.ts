import { describe, expect, test } from 'vitest'
import { ENGINES } from '../helpers/hq-database.ts'
import type { WorldOptions } from '../helpers/world.ts'
import { pay, prevalidate } from './acts.ts'
import { mailsOf, NO_NET, startMailbox, startSending } from './mail-world.ts'
import { LAST_DAY_BEGINS, reminderOffice, TOO_LATE } from './reminder-office.ts'

const HOUR = 3600

describe.each(ENGINES)('a payment that is due soon is recalled, on %s', (database) => {
  const office = (world: WorldOptions = {}) => reminderOffice(database, world)

  test('as its last day begins, once, with what is left to pay', async () => {
    const { hq, world, clock, pc, remindNow, reminders } = await office()
    await pc.send(pay(pc, world, 'Ny', { amount: 2000 }))
    clock.set('2026-11-25T22:59:59.999Z')
    expect(await remindNow()).toBe(0)
    clock.set(LAST_DAY_BEGINS)
    expect(await Promise.all([remindNow(), remindNow()])).toEqual(expect.arrayContaining([1, 0]))
    clock.advance(HOUR)
    expect(await remindNow()).toBe(0)
    expect((await reminders()).map(({ data }) => data)).toMatchObject([{ total: 3000, deadline: { at: TOO_LATE } }])
    const box = await startMailbox()
    startSending(hq, box, NO_NET)
    await expect
      .poll(() => box.arrived.map(({ mail }) => mail.subject))
      .toEqual(['Rappel\u00a0: à régler jusqu’au jeudi 26\u00a0novembre 2026'])
  })

  test('not once it is paid, over, given up, or not yet told of', async () => {
    const { hq, world, clock, pc, remindNow } = await office()
    clock.set(TOO_LATE)
    expect(await remindNow()).toBe(0)
    clock.set(LAST_DAY_BEGINS)
    await hq.db.updateTable('mail').set({ status: 'waiting' }).execute()
    expect(await remindNow()).toBe(0)
    await hq.db.updateTable('mail').set({ status: 'sent' }).execute()
    await pc.send(pay(pc, world, 'Ny'))
    expect(await remindNow()).toBe(0)
    await hq.withdraw(world.entry('Ny'))
    expect(await remindNow()).toBe(0)
  })

  test('again for a later deadline; one that has not left yet is then held back', async () => {
    const { hq, world, clock, pc, remindNow, reminders } = await office()
    clock.set(LAST_DAY_BEGINS)
    expect(await remindNow()).toBe(1)
    const ids = { requestId: world.request('Ny'), entryIds: [world.entry('Ny')] }
    await pc.send(pc.command('entry.extend', { ...ids, deadlineOn: '2026-12-01', reason: 'Demandé' }))
    startSending(hq, await startMailbox(), NO_NET)
    await expect.poll(async () => (await reminders()).map(({ status }) => status)).toEqual(['dropped'])
    await expect
      .poll(async () => (await mailsOf(hq)).filter(({ name }) => name === 'extended').map(({ status }) => status))
      .toEqual(['sent'])
    clock.set('2026-11-30T23:00:00.000Z')
    expect(await remindNow()).toBe(1)
    await expect.poll(async () => (await reminders()).map(({ status }) => status)).toEqual(['dropped', 'sent'])
  })

  test('with what is left as it leaves; held back when all has been paid meanwhile', async () => {
    const { hq, world, clock, pc, remindNow, reminders } = await office({ candidates: ['Ny', 'Roy'] })
    await pc.send(prevalidate(pc, world, 'Roy'))
    await hq.db.updateTable('mail').set({ status: 'sent' }).execute()
    clock.set(LAST_DAY_BEGINS)
    expect(await remindNow()).toBe(2)
    await pc.send(pay(pc, world, 'Ny'), pay(pc, world, 'Roy', { amount: 1000 }))
    const box = await startMailbox()
    startSending(hq, box, NO_NET)
    await expect
      .poll(async () => (await reminders()).map(({ candidateId, status }) => [candidateId, status]))
      .toEqual(
        expect.arrayContaining([
          [world.candidate('Ny'), 'dropped'],
          [world.candidate('Roy'), 'sent'],
        ]),
      )
    expect(box.arrived.map(({ mail }) => mail.text)).toEqual([expect.stringContaining('40,00\u00a0€')])
  })

  test('all but the one of which it cannot be told, which is reported', async () => {
    const { hq, world, clock, pc, remindNow, reminders } = await office({ candidates: ['Ny', 'Roy'] })
    await pc.send(prevalidate(pc, world, 'Roy'))
    await hq.db.updateTable('mail').set({ status: 'sent' }).execute()
    await hq.db.updateTable('entry').set({ deadlineOn: null }).where('id', '=', world.entry('Ny')).execute()
    clock.set(LAST_DAY_BEGINS)
    expect(await remindNow()).toBe(1)
    expect((await reminders()).map(({ candidateId }) => candidateId)).toEqual([world.candidate('Roy')])
    expect(hq.bugs.splice(0)).toHaveLength(1)
  })

  test('not to whoever pays on account', async () => {
    const greta = { id: 'greta', name: 'GRETA', addressLines: [], onAccount: true }
    const { clock, remindNow } = await office({ organisation: greta })
    clock.set(LAST_DAY_BEGINS)
    expect(await remindNow()).toBe(0)
  })
})
