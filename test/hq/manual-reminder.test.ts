import { describe, expect, test } from 'vitest'
import { aDevice, type TestDevice, valuesOf } from '../helpers/a-device.ts'
import { ENGINES } from '../helpers/hq-database.ts'
import { anEntry } from '../helpers/rows.ts'
import type { WorldOptions } from '../helpers/world.ts'
import { aUuid, pay } from './acts.ts'
import { NO_NET, startMailbox, startSending } from './mail-world.ts'
import { LAST_DAY_BEGINS, reminderOffice, TOO_LATE } from './reminder-office.ts'

const HOUR = 3600

describe.each(ENGINES)('a centre reminds somebody of a payment, on %s', (database) => {
  async function office(options: WorldOptions = {}) {
    const made = await reminderOffice(database, options)
    const { hq, world, clock, pc, reminders } = made
    const command = (of: TestDevice = pc, changes: object = {}) =>
      of.command('reminder.sent', {
        ...{ reminderId: aUuid(), requestId: world.request('Ny'), entryIds: [world.entry('Ny')] },
        ...{ means: 'mail' as const, sentAt: clock.now(), ...changes },
      })
    const statuses = async () => (await reminders()).map(({ status }) => status)
    const box = await startMailbox()
    let sending = false
    /** All mails that have come to the mailbox, once nothing waits. */
    const arrived = async () => {
      if (!sending) startSending(hq, box, NO_NET)
      sending = true
      await expect
        .poll(async () => (await statuses()).some((status) => status === 'waiting' || status === 'sending'))
        .toBe(false)
      return box.arrived.map(({ mail }) => ({ subject: mail.subject, text: (mail.text ?? '').replace(/\n\s*/g, ' ') }))
    }
    return { ...made, command, statuses, arrived }
  }

  test('long before the deadline: with what is left to pay and until when, by a mail that leaves', async () => {
    const { hq, world, pc, command, reminders, arrived } = await office()
    await pc.send(pay(pc, world, 'Ny', { amount: 2000 }))
    expect(await pc.send(command())).toEqual(['applied'])
    expect(await reminders()).toMatchObject([
      { status: 'waiting', data: { total: 3000, timing: 'ahead', byCentre: true } },
    ])
    const [mail] = await arrived()
    expect(mail?.subject).toBe('Rappel\u00a0: à régler jusqu’au jeudi 26\u00a0novembre 2026')
    expect(mail?.text).toContain('30,00\u00a0€')
    expect(mail?.text).not.toContain('bientôt')
    expect(valuesOf(await pc.rows(), 'reminder')).toMatchObject([{ means: 'mail', sentBy: 'Anne Hervé' }])
    expect(hq.bugs).toEqual([])
  })

  test('once the deadline is over and the seat is still kept, as what it is', async () => {
    const { clock, pc, command, arrived } = await office()
    clock.set(TOO_LATE)
    await pc.send(command())
    const [mail] = await arrived()
    expect(mail?.subject).toContain('votre place est encore gardée')
    expect(mail?.text).toContain('il est dépassé, mais votre place n’a pas encore été libérée')
  })

  test('queued before the deadline, it says when it leaves after it; HQ’s own does not leave then', async () => {
    const { clock, pc, command, remindNow, arrived, statuses } = await office({ candidates: ['Ny', 'Roy'] })
    clock.set(LAST_DAY_BEGINS)
    expect(await remindNow()).toBe(1)
    clock.advance(13 * HOUR)
    expect(await pc.send(command())).toEqual(['applied'])
    // HQ's own still waits: whoever it reaches reads one mail.
    expect(await statuses()).toEqual(['waiting'])
    clock.set(TOO_LATE)
    expect(await arrived()).toEqual([])
    expect(await statuses()).toEqual(['dropped'])
    expect(await pc.send(command())).toEqual(['applied'])
    expect((await arrived()).map(({ subject }) => subject)).toEqual([expect.stringContaining('en retard')])
  })

  test.each([
    ['by phone', (): object => ({ means: 'phone' }), async () => {}],
    ['paid meanwhile', () => ({}), async ({ pc, world }: Given) => void (await pc.send(pay(pc, world, 'Ny')))],
    ['given up meanwhile', () => ({}), async ({ hq, world }: Given) => void (await hq.withdraw(world.entry('Ny')))],
    ['an exam of another request', ({ world }: Given) => ({ entryIds: [world.entry('Roy')] }), async () => {}],
  ] as [string, (of: Given) => object, (of: Given) => Promise<void>][])(
    'nothing is mailed of one %s; the fact stands, and nobody has to look at it',
    async (_, changes, meanwhile) => {
      const of = await office()
      await meanwhile(of)
      expect(await of.pc.send(of.command(of.pc, changes(of)))).toEqual(['applied'])
      expect(await of.reminders()).toEqual([])
      expect(valuesOf(await of.pc.rows(), 'reminder')).toHaveLength(1)
      expect(valuesOf(await of.pc.rows(), 'reviewItem')).toEqual([])
    },
  )
  type Given = Awaited<ReturnType<typeof office>>

  test('nor to whoever pays on account, or has no address', async () => {
    const greta = { id: 'greta', name: 'GRETA', addressLines: [], onAccount: true }
    const of = await office({ organisation: greta })
    await of.pc.send(of.command())
    expect(await of.reminders()).toEqual([])
    const other = await office()
    await other.hq.db.updateTable('candidate').set({ email: '' }).execute()
    await other.pc.send(other.command())
    expect(await other.reminders()).toEqual([])
  })

  test('one that lost its object before it left is held back', async () => {
    const { world, pc, command, statuses, arrived } = await office()
    await pc.send(command(), pay(pc, world, 'Ny'))
    expect(await statuses()).toEqual(['waiting'])
    expect(await arrived()).toEqual([])
    expect(await statuses()).toEqual(['dropped'])
  })

  test('from two PCs at one moment: both facts stand, one mail leaves; again after twelve hours', async () => {
    const { hq, clock, pc, command, statuses } = await office()
    const two = await aDevice(hq, 'rennes', 'POSTE 2')
    const answers = await Promise.all([pc.send(command()), two.send(command(two))])
    expect(answers.flat()).toEqual(['applied', 'applied'])
    expect(valuesOf(await pc.rows(), 'reminder')).toHaveLength(2)
    expect(await statuses()).toEqual(['waiting'])
    await hq.db.updateTable('mail').set({ status: 'sent' }).execute()
    clock.advance(12 * HOUR - 1)
    await pc.send(command())
    expect(await statuses()).toEqual(['sent'])
    clock.advance(1)
    await pc.send(command())
    expect(await statuses()).toEqual(['sent', 'waiting'])
  })

  test('of seats with two deadlines the mail says the first, with what is to be paid by then', async () => {
    const { hq, world, pc, command, reminders } = await office()
    const ids = { requestId: world.request('Ny'), candidateId: world.candidate('Ny'), offeringId: world.offeringId }
    const deadline = { deadlineOn: '2026-11-30', deadlineAt: '2026-11-30T23:00:00.000Z' }
    const later = anEntry({ ...ids, ...deadline, id: 'later', status: 'prevalidated' })
    await hq.publish({ centreId: 'rennes', writes: [{ entity: 'entry', value: later }] })
    await pc.send(command(pc, { entryIds: [world.entry('Ny'), 'later'] }))
    expect(await reminders()).toMatchObject([
      { entryIds: [world.entry('Ny')], data: { total: 5000, deadline: { at: TOO_LATE } } },
    ])
  })

  test('days before, it does not silence HQ’s own of the last day; hours before, it does until it has been read', async () => {
    const { hq, clock, pc, command, remindNow, reminders } = await office()
    await pc.send(command())
    await hq.db.updateTable('mail').set({ status: 'sent' }).execute()
    clock.set(LAST_DAY_BEGINS)
    expect(await remindNow()).toBe(1)
    expect(await remindNow()).toBe(0)
    expect((await reminders()).at(-1)?.data).toMatchObject({ timing: 'soon', byCentre: false })

    const other = await office()
    other.clock.set('2026-11-25T18:00:00.000Z')
    await other.pc.send(other.command())
    await other.hq.db.updateTable('mail').set({ status: 'sent' }).execute()
    other.clock.set(LAST_DAY_BEGINS)
    expect(await other.remindNow()).toBe(0)
    other.clock.set('2026-11-26T06:00:00.000Z')
    expect(await other.remindNow()).toBe(1)
    other.clock.advance(13 * HOUR)
    expect(await other.remindNow()).toBe(0)
    expect([...hq.bugs, ...other.hq.bugs]).toEqual([])
  })

  test('on the last day it is HQ’s own as well', async () => {
    const { hq, clock, pc, command, remindNow, statuses } = await office()
    clock.set('2026-11-26T00:00:00.000Z')
    await pc.send(command())
    await hq.db.updateTable('mail').set({ status: 'sent' }).execute()
    clock.advance(14 * HOUR)
    expect(await remindNow()).toBe(0)
    expect(await statuses()).toEqual(['sent'])
  })
})
