import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { changeAddressesDue } from '../../hq/candidates/change-addresses-due.ts'
import { forgetUnconfirmed } from '../../hq/candidates/forget-unconfirmed.ts'
import { aDevice, valuesOf } from '../helpers/a-device.ts'
import { aClock } from '../helpers/an-hq.ts'
import { MONDAY } from '../helpers/rows.ts'
import { smallWorld } from '../helpers/world.ts'
import { NO_NET, startMailbox, startSending } from './mail-world.ts'
import {
  aBrowser,
  aForm,
  anAccount,
  confirmLast,
  formOf,
  lastLink,
  mailsOf,
  mustBe,
  PASSWORD,
} from './pages/a-browser.ts'
import { startHq } from './start-hq.ts'

const HOUR = 3600
const DAY = 24 * HOUR
const OLD = 'Anais.LeGoff@example.org'
const NEW = 'anais.new@example.org'

/** A candidate whose centre has just asked for another address, at an HQ that sends its mails, or will. */
async function asked() {
  const clock = aClock()
  const world = smallWorld({ candidates: [] })
  const hq = await startHq({ clock, worlds: [world] })
  await anAccount(hq, aForm(world))
  await hq.db.deleteFrom('mail').execute()
  const pc = await aDevice(hq, 'rennes')
  const { id: requestId, candidateId } = await hq.db
    .selectFrom('request')
    .select(['id', 'candidateId'])
    .executeTakeFirstOrThrow()
  const args = { requestId, candidateId, from: OLD, email: NEW, proof: 'passport', proofText: null } as const
  const ask = () => pc.send(pc.command('candidate.change-address', args))
  expect(await ask()).toEqual(['applied'])
  const work = () =>
    changeAddressesDue({ db: hq.db, clock, random: randomBytes, reportBug: (error) => void hq.bugs.push(error) })
  const prove = async () => aBrowser(hq).post('/api/change-address', { token: await lastLink(hq, 'address-coming') })
  const candidate = async () => {
    const { email, emailNext, emailChangesAt } = valuesOf(await pc.rows(), 'candidate').at(-1) ?? {}
    return { email, emailNext, emailChangesAt }
  }
  const review = async () => valuesOf(await pc.rows(), 'reviewItem').map(({ code }) => code)
  const mails = async () => (await mailsOf(hq)).map(({ name, recipient }) => `${name} ${recipient}`)
  return { clock, hq, world, ask, work, prove, candidate, review, mails }
}

test('while the mail to the old address waits, nothing changes; the 24 hours run from when it left', async () => {
  const { clock, hq, work, prove, candidate } = await asked()
  await mustBe(200, prove())
  clock.advance(3 * DAY)
  expect(await work()).toBe(0)
  expect(await candidate()).toEqual({ email: OLD, emailNext: NEW, emailChangesAt: null })
  const box = await startMailbox()
  startSending(hq, box, NO_NET)
  await expect.poll(() => hq.db.selectFrom('mail').select('id').where('status', '=', 'sent').execute()).toHaveLength(2)
  const told = box.arrived.find(({ to }) => to[0] === OLD)
  expect(told?.mail.text?.replace(/\s+/g, ' ')).toContain('vendredi 27 novembre 2026 à 09 h 41')
  expect(await work()).toBe(0)
  expect(await candidate()).toEqual({ email: OLD, emailNext: NEW, emailChangesAt: '2026-11-27T08:41:00.000Z' })
  clock.advance(DAY - 0.001)
  expect(await work()).toBe(0)
  clock.advance(0.001)
  expect(await work()).toBe(1)
  expect(await candidate()).toEqual({ email: NEW, emailNext: null, emailChangesAt: null })
  expect(hq.bugs).toEqual([])
})

test('an old mailbox that is gone counts as told: nobody reads it any more', async () => {
  const { clock, hq, work, prove, candidate } = await asked()
  await mustBe(200, prove())
  await hq.db.deleteFrom('mail').where('name', '=', 'address-coming').execute()
  const box = await startMailbox([{ at: 'rcpt', code: 550 }])
  startSending(hq, box, NO_NET)
  await expect
    .poll(() => hq.db.selectFrom('mail').select('id').where('status', '=', 'failed').execute())
    .toHaveLength(1)
  expect(await work()).toBe(0)
  expect((await candidate()).emailChangesAt).toBe('2026-11-24T08:41:00.000Z')
  clock.advance(DAY)
  expect(await work()).toBe(1)
  expect((await candidate()).email).toBe(NEW)
})

test('an old mailbox that would not take the mail is not told: nothing changes, and it is given up after seven days', async () => {
  const { clock, hq, work, prove, candidate, review } = await asked()
  await mustBe(200, prove())
  await hq.db.deleteFrom('mail').where('name', '=', 'address-coming').execute()
  const box = await startMailbox([{ at: 'rcpt', code: 550, words: '5.7.1 looks like spam' }])
  startSending(hq, box, NO_NET)
  await expect
    .poll(() => hq.db.selectFrom('mail').select('id').where('status', '=', 'failed').execute())
    .toHaveLength(1)
  clock.advance(7 * DAY - 0.001)
  expect(await work()).toBe(0)
  expect(await candidate()).toEqual({ email: OLD, emailNext: NEW, emailChangesAt: null })
  clock.advance(0.001)
  expect(await work()).toBe(1)
  expect(await candidate()).toEqual({ email: OLD, emailNext: null, emailChangesAt: null })
  expect(await review()).toEqual(['address-not-confirmed'])
})

test('stopped after it was proved, its link says so', async () => {
  const { hq, prove, work } = await asked()
  const stop = await lastLink(hq, 'address-changing')
  const token = await lastLink(hq, 'address-coming')
  await mustBe(200, prove())
  await mustBe(409, prove())
  await mustBe(200, aBrowser(hq).post('/api/stop-address-change', { token: stop }))
  expect(await mustBe(409, aBrowser(hq).post('/api/change-address', { token }))).toEqual({ code: 'link-stopped' })
  expect(await work()).toBe(0)
})

test('proved by nobody in seven days, it is given up: the centre and the old address are told', async () => {
  const { clock, hq, work, candidate, review, mails } = await asked()
  const box = await startMailbox()
  startSending(hq, box, NO_NET)
  const token = await lastLink(hq, 'address-coming')
  await expect.poll(() => hq.db.selectFrom('mail').select('id').where('status', '=', 'sent').execute()).toHaveLength(2)
  await work()
  clock.advance(7 * DAY - 0.001)
  expect(await work()).toBe(0)
  expect(await candidate()).toEqual({ email: OLD, emailNext: NEW, emailChangesAt: null })
  clock.advance(0.001)
  expect(await mustBe(410, aBrowser(hq).post('/api/change-address', { token }))).toEqual({ code: 'link-expired' })
  expect(await work()).toBe(1)
  expect(await candidate()).toEqual({ email: OLD, emailNext: null, emailChangesAt: null })
  expect(await review()).toEqual(['address-not-confirmed'])
  expect((await mails()).at(-1)).toBe(`address-kept ${OLD}`)
  await mustBe(410, aBrowser(hq).post('/api/change-address', { token }))
  expect(await work()).toBe(0)
})

test('proved after the 24 hours, it serves at the next look', async () => {
  const { clock, hq, work, candidate } = await asked()
  const token = await lastLink(hq, 'address-coming')
  const box = await startMailbox()
  startSending(hq, box, NO_NET)
  await expect.poll(() => box.arrived.length).toBe(2)
  await expect.poll(() => hq.db.selectFrom('mail').select('id').where('status', '=', 'sent').execute()).toHaveLength(2)
  await work()
  clock.advance(2 * DAY)
  expect(await work()).toBe(0)
  await mustBe(200, aBrowser(hq).post('/api/change-address', { token }))
  expect((await candidate()).emailChangesAt).toBe('2026-11-25T08:41:00.000Z')
  expect(await work()).toBe(1)
  expect((await candidate()).email).toBe(NEW)
})

test('a form that waits at the new address is not erased by a change that somebody else asked', async () => {
  const { clock, hq, world, work, prove, candidate, review } = await asked()
  await mustBe(200, prove())
  await hq.db.updateTable('mail').set({ status: 'sent', sentAt: MONDAY }).execute()
  clock.advance(DAY)
  const form = { ...formOf(world, 'Roy'), contact: { ...aForm(world).contact, email: NEW } }
  await mustBe(200, aBrowser(hq).post('/api/register', form))
  expect(await work()).toBe(1)
  expect((await candidate()).email).toBe(OLD)
  expect(await review()).toEqual(['address-taken'])
  await confirmLast(hq)
  await mustBe(200, aBrowser(hq).post('/api/sign-in', { login: NEW, password: PASSWORD }))
})

test('stopped before the new address was written to, nothing is written to it', async () => {
  const { hq, mails } = await asked()
  const token = await lastLink(hq, 'address-changing')
  await hq.db.updateTable('mail').set({ status: 'sent' }).where('name', '=', 'address-changing').execute()
  await mustBe(200, aBrowser(hq).post('/api/stop-address-change', { token }))
  expect((await mails()).sort()).toEqual([`address-changing ${OLD}`, `address-coming ${NEW}`])
  const box = await startMailbox()
  const stop = startSending(hq, box, NO_NET)
  await expect
    .poll(() => hq.db.selectFrom('mail').select('id').where('status', '=', 'dropped').execute())
    .toHaveLength(1)
  await stop()
  expect(box.arrived).toEqual([])
})

test('its links are forgotten a month after it was settled, and all of it after 400 days', async () => {
  const { clock, hq, work, prove } = await asked()
  await mustBe(200, prove())
  await hq.db.updateTable('mail').set({ status: 'sent', sentAt: MONDAY }).execute()
  clock.advance(DAY)
  expect(await work()).toBe(1)
  const kept = () => hq.db.selectFrom('addressChange').select(['linkHash', 'stopHash', 'status']).execute()
  const HASH = expect.stringMatching(/^[0-9a-f]{64}$/)
  clock.advance(30 * DAY - 1)
  await forgetUnconfirmed(hq.db, clock.now())
  expect(await kept()).toEqual([{ linkHash: HASH, stopHash: HASH, status: 'done' }])
  clock.advance(1)
  await forgetUnconfirmed(hq.db, clock.now())
  expect(await kept()).toEqual([{ linkHash: null, stopHash: null, status: 'done' }])
  clock.advance(370 * DAY - 1)
  await forgetUnconfirmed(hq.db, clock.now())
  expect(await kept()).toHaveLength(1)
  clock.advance(1)
  await forgetUnconfirmed(hq.db, clock.now())
  expect(await kept()).toEqual([])
})
