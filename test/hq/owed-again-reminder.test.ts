import { describe, expect, test } from 'vitest'
import { CentreSettings } from '../../domain/shapes/catalogue.ts'
import { aDevice } from '../helpers/a-device.ts'
import { ENGINES } from '../helpers/hq-database.ts'
import type { WorldOptions } from '../helpers/world.ts'
import { aUuid, pay } from './acts.ts'
import { NO_NET, startMailbox, startSending } from './mail-world.ts'
import { LAST_DAY_BEGINS, reminderOffice, TOO_LATE } from './reminder-office.ts'

const NBSP = '\u00a0'
const HOUR = 3600
const CHEQUE = { number: '1234567', bank: 'Crédit Agricole', drawer: '' }

describe.each(ENGINES)('money that had come is owed again, and a centre reminds of it, on %s', (database) => {
  async function office(options: WorldOptions = {}) {
    const made = await reminderOffice(database, options)
    const { hq, world, clock, pc, reminders } = made
    const remind = (changes: object = {}) =>
      pc.command('reminder.sent', {
        ...{ reminderId: aUuid(), requestId: world.request('Ny'), entryIds: [world.entry('Ny')] },
        ...{ means: 'mail' as const, sentAt: clock.now(), ...changes },
      })
    const confirm = () => pc.command('entry.confirm', { entryIds: [world.entry('Ny')] })
    const bounce = (paymentId: string, dueOn: string | null = '2026-11-30') =>
      pc.command('cheque.end', {
        ...{ endId: aUuid(), paymentId, outcome: 'bounced' as const, endedOn: '2026-11-23', dueOn, note: null },
        notedAt: clock.now(),
      })
    const takeBack = (paymentId: string) =>
      pc.command('payment.void', { paymentId, voidId: aUuid(), reason: 'Autre personne', voidedAt: clock.now() })
    /** Ny's cheque, and her seat made final by it. */
    const takeCheque = async (amount = 5000) => {
      const paid = pay(pc, world, 'Ny', { amount, cheque: CHEQUE })
      await pc.send(paid)
      const { paymentId } = paid.args as { paymentId: string }
      return paymentId
    }
    const othersSent = () => hq.db.updateTable('mail').set({ status: 'sent' }).execute()
    const final = async () => {
      const paymentId = await takeCheque()
      expect(await pc.send(confirm())).toEqual(['applied'])
      await othersSent()
      return paymentId
    }
    const box = await startMailbox()
    let sending = false
    const statuses = async () => (await reminders()).map(({ status }) => status)
    const arrived = async () => {
      if (!sending) startSending(hq, box, NO_NET)
      sending = true
      await expect
        .poll(async () => (await statuses()).some((status) => status === 'waiting' || status === 'sending'))
        .toBe(false)
      return box.arrived.map(({ mail }) => ({ subject: mail.subject, text: (mail.text ?? '').replace(/\n\s*/g, ' ') }))
    }
    return { ...made, remind, confirm, bounce, takeBack, takeCheque, final, statuses, arrived, othersSent }
  }

  test('a bounced cheque of a final seat: which, how much, until when, that no seat is lost, and no fee', async () => {
    const { hq, pc, final, bounce, remind, arrived } = await office()
    const paymentId = await final()
    expect(await pc.send(bounce(paymentId), remind())).toEqual(['applied', 'applied'])
    const [mail] = await arrived()
    expect(mail?.subject).toBe(`Chèque impayé${NBSP}: 50,00${NBSP}€ à régler jusqu’au lundi 30${NBSP}novembre 2026`)
    for (const said of [
      `Votre chèque n°${NBSP}1234567 de 50,00${NBSP}€, reçu le lundi 23${NBSP}novembre 2026, est revenu impayé`,
      'attend donc de nouveau le règlement',
      'Votre inscription n’est pas annulée et votre place reste gardée',
      `30${NBSP}novembre 2026 inclus`,
      'Par chèque ou virement.',
    ])
      expect(mail?.text).toContain(said)
    expect(mail?.text).not.toMatch(/frais de|pénalité|Retirez-vous|quelqu’un d’autre/)
    expect(hq.bugs).toEqual([])
  })

  test('past the day that was said it is late; once it is paid otherwise nothing leaves', async () => {
    const { clock, world, pc, final, bounce, remind, arrived, statuses } = await office()
    const paymentId = await final()
    await pc.send(bounce(paymentId))
    clock.set('2026-12-01T09:00:00.000Z')
    expect(await pc.send(remind())).toEqual(['applied'])
    const [late] = await arrived()
    expect(late?.subject).toBe(`Chèque impayé${NBSP}: règlement en retard`)
    expect(late?.text).toContain('Attendu jusqu’au')
    clock.advance(13 * HOUR)
    await pc.send(pay(pc, world, 'Ny', { method: 'cash' }), remind())
    expect(await statuses()).toEqual(['sent'])
  })

  test('one that was queued and is paid before it leaves is held back', async () => {
    const { world, pc, final, bounce, remind, arrived, statuses } = await office()
    await pc.send(bounce(await final()), remind())
    expect(await statuses()).toEqual(['waiting'])
    await pc.send(pay(pc, world, 'Ny', { method: 'cash' }))
    expect(await arrived()).toEqual([])
    expect(await statuses()).toEqual(['dropped'])
  })

  test('a payment taken back: the sum is awaited again, with no day; own words that name one are left out', async () => {
    const { hq, pc, final, takeBack, remind, arrived } = await office()
    const paymentId = await final()
    const settings = await hq.db.selectFrom('centreSettings').selectAll().executeTakeFirstOrThrow()
    const { centreId: _, revision: __, ...known } = settings as never as Record<string, unknown>
    const reminderWording = 'Merci de régler avant le {date limite}.\nLe secrétariat attend {montant}.'
    const value = CentreSettings.parse({ ...known, reminderWording })
    await hq.publish({ centreId: 'rennes', writes: [{ entity: 'centreSettings', value }] })
    expect(await pc.send(takeBack(paymentId), remind())).toEqual(['applied', 'applied'])
    const [mail] = await arrived()
    expect(mail?.subject).toBe(`Rappel${NBSP}: 50,00${NBSP}€ à régler`)
    expect(mail?.text).toContain('le règlement que le centre avait enregistré a été annulé')
    expect(mail?.text).toContain(`Le secrétariat attend 50,00${NBSP}€.`)
    expect(mail?.text).not.toMatch(/Merci de régler avant|usqu’au|\{/)
    expect(hq.bugs).toEqual([])
  })

  test('of a seat that is not final the later of its deadline and the day that was said holds, for HQ’s own mail too', async () => {
    const { clock, pc, takeCheque, bounce, remind, remindNow, arrived } = await office()
    const paymentId = await takeCheque(2000)
    await pc.send(bounce(paymentId))
    clock.set(LAST_DAY_BEGINS)
    // The deadline ends tomorrow, but somebody was told the 30th.
    expect(await remindNow()).toBe(0)
    clock.set(TOO_LATE)
    expect(await pc.send(remind())).toEqual(['applied'])
    const [mail] = await arrived()
    expect(mail?.subject).toBe(`Chèque impayé${NBSP}: 50,00${NBSP}€ à régler jusqu’au lundi 30${NBSP}novembre 2026`)
    expect(mail?.text).toContain('Passé ce délai, le centre peut donner votre place à quelqu’un d’autre.')
    expect(mail?.text).toContain(`Votre chèque n°${NBSP}1234567 de 20,00${NBSP}€`)
  })

  test('a day that was said before the deadline does not shorten it', async () => {
    const { clock, pc, takeCheque, bounce, remindNow, reminders } = await office()
    await pc.send(bounce(await takeCheque(2000), '2026-11-24'))
    clock.set(LAST_DAY_BEGINS)
    expect(await remindNow()).toBe(1)
    expect(await reminders()).toMatchObject([
      { data: { deadline: { at: TOO_LATE }, fell: { chequeNumber: '1234567' } } },
    ])
  })

  test('of what is final on account, and of what nothing fell, nobody is asked for anything', async () => {
    const greta = { id: 'greta', name: 'GRETA', addressLines: [], onAccount: true }
    const { pc, confirm, remind, reminders } = await office({ organisation: greta })
    expect(await pc.send(confirm(), remind())).toEqual(['applied', 'applied'])
    expect(await reminders()).toEqual([])
    const paid = await office()
    await paid.final()
    await paid.pc.send(paid.remind())
    expect(await paid.reminders()).toEqual([])
  })

  test('of two PCs that remind at once, one mails', async () => {
    const { hq, world, clock, pc, final, bounce, remind, statuses } = await office()
    await pc.send(bounce(await final()))
    const two = await aDevice(hq, 'rennes', 'POSTE 2')
    const other = two.command('reminder.sent', {
      ...{ reminderId: aUuid(), requestId: world.request('Ny'), entryIds: [world.entry('Ny')] },
      ...{ means: 'mail' as const, sentAt: clock.now() },
    })
    await Promise.all([pc.send(remind()), two.send(other)])
    expect(await statuses()).toEqual(['waiting'])
  })
})
