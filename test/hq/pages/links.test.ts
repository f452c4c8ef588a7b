import { describe, expect, test } from 'vitest'
import type { RegisterBody } from '../../../contract/candidate-pages.ts'
import { forgetUnconfirmed } from '../../../hq/candidates/forget-unconfirmed.ts'
import { isWholeToken } from '../../../pages/whole-token.ts'
import { aClock } from '../../helpers/an-hq.ts'
import { ENGINES } from '../../helpers/hq-database.ts'
import { startHqWith } from '../start-hq.ts'
import {
  aBrowser,
  aForm,
  anAccount,
  anAttempt,
  confirmLast,
  formOf,
  lastLink,
  mailsOf,
  mustBe,
  PASSWORD,
} from './a-browser.ts'

const HOUR = 3600
const NEW_PASSWORD = 'Autre-2027 !'
const TRIES_ALLOWED = 3

async function start(database: (typeof ENGINES)[number]) {
  const clock = aClock()
  const { hq, world } = await startHqWith({ candidates: [] }, { database, clock })
  return { clock, hq, world, browser: aBrowser(hq), form: aForm(world) }
}

describe.each(ENGINES)('the link that confirms an address, on %s', (database) => {
  test('works until the last millisecond of 48 hours, not after', async () => {
    const { clock, hq, world, browser } = await start(database)
    const [early, late] = [formOf(world, 'Early'), formOf(world, 'Late')]
    await mustBe(200, browser.post('/api/register', early))
    const inTime = await lastLink(hq, 'confirm-address')
    expect(isWholeToken(inTime)).toBe(true)
    for (const cut of ['', inTime.slice(0, -1), `${inTime}.`]) expect(isWholeToken(cut)).toBe(false)
    await mustBe(200, browser.post('/api/register', late))
    const tooLate = await lastLink(hq, 'confirm-address')
    clock.advance(48 * HOUR - 0.001)
    await mustBe(200, browser.post('/api/confirm', { token: inTime, password: PASSWORD }))
    clock.advance(0.001)
    expect(await mustBe(410, browser.post('/api/confirm', { token: tooLate, password: PASSWORD }))).toEqual({
      code: 'link-expired',
    })
    expect(await mustBe(410, browser.post('/api/confirm', { token: 'x'.repeat(43), password: PASSWORD }))).toEqual({
      code: 'link-expired',
    })
    expect(await hq.db.selectFrom('request').select('id').execute()).toHaveLength(1)
  })

  test('followed again, it says so and nothing happens twice', async () => {
    const { hq, browser, form } = await start(database)
    await mustBe(200, browser.post('/api/register', form))
    const token = await lastLink(hq, 'confirm-address')
    await mustBe(200, browser.post('/api/confirm', { token, password: PASSWORD }))
    expect(await mustBe(409, browser.post('/api/confirm', { token, password: PASSWORD }))).toEqual({
      code: 'link-used',
    })
    expect(await hq.db.selectFrom('request').select('id').execute()).toHaveLength(1)
    expect(await hq.db.selectFrom('candidate').select('id').execute()).toHaveLength(1)
  })

  test('of two tabs that follow it at once, one confirms', async () => {
    const { hq, browser, form } = await start(database)
    await mustBe(200, browser.post('/api/register', form))
    const token = await lastLink(hq, 'confirm-address')
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => browser.post('/api/confirm', { token, password: PASSWORD })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409])
    expect(await hq.db.selectFrom('entry').select('id').execute()).toHaveLength(1)
    expect(hq.bugs).toEqual([])
  })

  test('wants the password of its form: without it nothing happens, and it still works', async () => {
    const { hq, browser, form } = await start(database)
    await mustBe(200, browser.post('/api/register', form))
    const token = await lastLink(hq, 'confirm-address')
    const wrong = { token, password: NEW_PASSWORD }
    expect(await mustBe(401, browser.post('/api/confirm', wrong))).toEqual({ code: 'wrong-login' })
    expect(await mustBe(400, browser.post('/api/confirm', { token }))).toMatchObject({ code: 'bad-request' })
    expect(await hq.db.selectFrom('candidate').select('id').execute()).toEqual([])
    await confirmLast(hq)
  })

  test('passwords are tried as often as at sign-in, and no oftener', async () => {
    const clock = aClock()
    const { hq, world } = await startHqWith({ candidates: [] }, { database, clock, triesAMinute: TRIES_ALLOWED })
    const browser = aBrowser(hq)
    await mustBe(200, browser.post('/api/register', aForm(world)))
    const token = await lastLink(hq, 'confirm-address')
    const tried: number[] = []
    for (let index = 0; index < 5; index++) {
      // From wherever they come.
      const headers = { 'x-forwarded-for': `192.0.2.${index}` }
      tried.push((await browser.post('/api/confirm', { token, password: NEW_PASSWORD }, headers)).status)
    }
    expect(tried).toEqual([401, 401, 401, 429, 429])
  })

  test('a stranger who types the address last owns nothing: each form has its link and its password', async () => {
    const { hq, world, browser, form } = await start(database)
    const register = (changes: Partial<RegisterBody>) => browser.post('/api/register', { ...form, ...changes })
    await mustBe(200, register({}))
    const own = await lastLink(hq, 'confirm-address')
    const { identity } = formOf(world, 'Stranger')
    await mustBe(200, register({ attempt: anAttempt(), identity, password: NEW_PASSWORD }))
    const strange = await lastLink(hq, 'confirm-address')
    expect(await mustBe(401, browser.post('/api/confirm', { token: strange, password: PASSWORD }))).toEqual({
      code: 'wrong-login',
    })
    await mustBe(200, browser.post('/api/confirm', { token: own, password: PASSWORD }))
    expect(await hq.db.selectFrom('candidate').select('birthName').execute()).toEqual([{ birthName: 'Le Goff' }])
    const login = form.contact.email
    await mustBe(401, browser.post('/api/sign-in', { login, password: NEW_PASSWORD }))
    await mustBe(200, browser.post('/api/sign-in', { login, password: PASSWORD }))
    // What the stranger sent is erased, and its link is over, even with its password.
    expect(await hq.db.selectFrom('submission').select('status').execute()).toEqual([{ status: 'sent' }])
    await mustBe(409, browser.post('/api/confirm', { token: strange, password: NEW_PASSWORD }))
  })

  test('of two forms at one address, confirmed at once, one is', async () => {
    const { hq, browser, form } = await start(database)
    await mustBe(200, browser.post('/api/register', form))
    const first = await lastLink(hq, 'confirm-address')
    await mustBe(200, browser.post('/api/register', { ...form, attempt: anAttempt() }))
    const tokens = [first, await lastLink(hq, 'confirm-address')]
    const answers = await Promise.all(
      tokens.map((token) => browser.post('/api/confirm', { token, password: PASSWORD })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(await hq.db.selectFrom('entry').select('id').execute()).toHaveLength(1)
    expect(hq.bugs).toEqual([])
  })

  test('five forms wait at an address; a sixth is answered alike, and the five still work', async () => {
    const { clock, hq, browser, form } = await start(database)
    const register = () => mustBe(200, browser.post('/api/register', { ...form, attempt: anAttempt() }))
    const first = await register()
    const token = await lastLink(hq, 'confirm-address')
    for (let index = 0; index < 5; index++) expect(await register()).toEqual(first)
    const waiting = () => hq.db.selectFrom('submission').select('receivedAt').where('status', '=', 'waiting').execute()
    expect(await waiting()).toHaveLength(5)
    clock.advance(48 * HOUR - 0.001)
    await register()
    expect(await waiting()).toHaveLength(5)
    clock.advance(0.001)
    await register()
    // The address still waits for the newest, not for what is older than two days.
    await forgetUnconfirmed(hq.db, clock.now())
    expect(await waiting()).toEqual([{ receivedAt: clock.now() }])
    await mustBe(410, browser.post('/api/confirm', { token, password: PASSWORD }))
    await confirmLast(hq)
  })

  test('accounts that nobody confirmed are erased with all that was sent; others stay', async () => {
    const { clock, hq, world, browser } = await start(database)
    await anAccount(hq, formOf(world, 'Stays'))
    await mustBe(200, browser.post('/api/register', formOf(world, 'Goes')))
    clock.advance(48 * HOUR - 0.001)
    expect(await forgetUnconfirmed(hq.db, clock.now())).toBe(0)
    clock.advance(0.001)
    await mustBe(200, browser.post('/api/register', formOf(world, 'Later')))
    expect(await forgetUnconfirmed(hq.db, clock.now(), 1)).toBe(1)
    const told = (await mailsOf(hq)).filter(({ name }) => name === 'confirm-address')
    expect(told.map(({ recipient }) => recipient)).toEqual(['Stays@example.org', 'Later@example.org'])
    const left = await hq.db.selectFrom('account').select('emailKey').orderBy('emailKey').execute()
    expect(left).toEqual([{ emailKey: 'later@example.org' }, { emailKey: 'stays@example.org' }])
    const forms = await hq.db.selectFrom('submission').select('status').orderBy('status').execute()
    expect(forms).toEqual([{ status: 'sent' }, { status: 'waiting' }])
  })
})

describe.each(ENGINES)('what nobody needs any more is erased after 400 days, on %s', (database) => {
  test('mails that are settled, and what was looked for in vain; never one that has not left', async () => {
    const { clock, hq, browser, form } = await start(database)
    await anAccount(hq, form)
    const inVain = {
      sessionId: '2027-01',
      examIds: ['2027-01:ASCA-E1'],
      department: '29',
      email: null,
      message: 'Brest',
    }
    await mustBe(200, browser.post('/api/no-centre', inVain))
    const [first] = await hq.db.selectFrom('mail').select('id').orderBy('id').execute()
    await hq.db
      .updateTable('mail')
      .set({ status: 'sent' })
      .where('id', '=', first?.id ?? '')
      .execute()
    const left = async () => ({
      sent: (await hq.db.selectFrom('mail').select('id').where('status', '=', 'sent').execute()).length,
      waiting: (await hq.db.selectFrom('mail').select('id').where('status', '=', 'waiting').execute()).length,
      inVain: (await hq.db.selectFrom('noCentreRequest').select('id').execute()).length,
    })
    const { waiting } = await left()
    expect(waiting).toBeGreaterThan(0)
    clock.advance(400 * 24 * HOUR - 0.001)
    await forgetUnconfirmed(hq.db, clock.now())
    expect(await left()).toEqual({ sent: 1, waiting, inVain: 1 })
    clock.advance(0.001)
    await forgetUnconfirmed(hq.db, clock.now())
    expect(await left()).toEqual({ sent: 0, waiting, inVain: 0 })
  })
})

describe.each(ENGINES)('a lost password or number, on %s', (database) => {
  test('a link to the registered address, for an hour and once; every session ends', async () => {
    const { clock, hq, browser, form } = await start(database)
    const signedIn = await anAccount(hq, form)
    const ask = { what: 'password', email: form.contact.email.toUpperCase() }
    await mustBe(200, browser.post('/api/recover', ask))
    const old = await lastLink(hq, 'new-password')
    clock.advance(HOUR)
    const reset = (token: string) => browser.post('/api/reset-password', { token, password: NEW_PASSWORD })
    expect(await mustBe(410, reset(old))).toEqual({ code: 'link-expired' })
    await mustBe(200, browser.post('/api/recover', ask))
    const token = await lastLink(hq, 'new-password')
    // A link of one kind does nothing of the other.
    await mustBe(410, browser.post('/api/confirm', { token, password: PASSWORD }))
    await mustBe(200, signedIn.get('/api/me'))
    await mustBe(200, reset(token))
    expect(await mustBe(409, reset(token))).toEqual({ code: 'link-used' })
    await mustBe(401, signedIn.get('/api/me'))
    await mustBe(401, browser.post('/api/sign-in', { login: form.contact.email, password: PASSWORD }))
    await mustBe(200, browser.post('/api/sign-in', { login: form.contact.email, password: NEW_PASSWORD }))
    expect((await mailsOf(hq)).at(-1)).toMatchObject({ name: 'password-changed' })
  })

  test('asked for an address that nobody has, it is answered alike and nobody is written to', async () => {
    const { hq, browser, form } = await start(database)
    await anAccount(hq, form)
    const before = await mailsOf(hq)
    for (const what of ['password', 'nuc'])
      expect(await mustBe(200, browser.post('/api/recover', { what, email: 'nobody@example.org' }))).toEqual({
        done: true,
      })
    // No number has been given yet.
    await mustBe(200, browser.post('/api/recover', { what: 'nuc', email: form.contact.email }))
    expect(await mailsOf(hq)).toEqual(before)
    await hq.db.updateTable('candidate').set({ nuc: 'CA40001' }).execute()
    await mustBe(200, browser.post('/api/recover', { what: 'nuc', email: form.contact.email }))
    expect((await mailsOf(hq)).at(-1)).toMatchObject({ name: 'nuc-reminder', data: { nuc: 'CA40001' } })
  })

  test('asked twenty times in a row, one link is mailed', async () => {
    const { hq, browser, form } = await start(database)
    await anAccount(hq, form)
    const ask = { what: 'password', email: form.contact.email }
    await Promise.all(Array.from({ length: 20 }, () => mustBe(200, browser.post('/api/recover', ask))))
    expect((await mailsOf(hq)).filter(({ name }) => name === 'new-password')).toHaveLength(1)
  })

  test('a number asked for twenty times, or a form sent again and again at a known address: one mail in five minutes', async () => {
    const { clock, hq, browser, form } = await start(database)
    await anAccount(hq, form)
    await hq.db.updateTable('candidate').set({ nuc: 'CA40001' }).execute()
    const ask = () => mustBe(200, browser.post('/api/recover', { what: 'nuc', email: form.contact.email }))
    const sendAgain = () => mustBe(200, browser.post('/api/register', { ...form, attempt: anAttempt() }))
    const count = async (name: string) => (await mailsOf(hq)).filter((mail) => mail.name === name).length
    await Promise.all(Array.from({ length: 20 }, ask))
    await Promise.all(Array.from({ length: 5 }, sendAgain))
    expect([await count('nuc-reminder'), await count('address-known')]).toEqual([1, 1])
    clock.advance(5 * 60 - 0.001)
    await Promise.all([ask(), sendAgain()])
    expect([await count('nuc-reminder'), await count('address-known')]).toEqual([1, 1])
    clock.advance(0.001)
    await Promise.all([ask(), sendAgain()])
    expect([await count('nuc-reminder'), await count('address-known')]).toEqual([2, 2])
  })

  test('a password changed from inside ends the other sessions, and keeps this one', async () => {
    const { hq, form } = await start(database)
    const here = await anAccount(hq, form)
    const elsewhere = aBrowser(hq)
    await mustBe(200, elsewhere.post('/api/sign-in', { login: form.contact.email, password: PASSWORD }))
    const change = (current: string) => here.post('/api/me/password', { current, password: NEW_PASSWORD })
    expect(await mustBe(401, change('Wrong-2026 !'))).toEqual({ code: 'wrong-login' })
    await mustBe(200, change(PASSWORD))
    await mustBe(200, here.get('/api/me'))
    await mustBe(401, elsewhere.get('/api/me'))
  })

  test('a session is over after half a day, or when its owner signs out', async () => {
    const { clock, hq, form } = await start(database)
    const browser = await anAccount(hq, form)
    const cookie = browser.cookie()
    await mustBe(200, browser.post('/api/sign-out'))
    expect(browser.cookie()).toBeNull()
    browser.setCookie(cookie)
    await mustBe(401, browser.get('/api/me'))
    await mustBe(200, browser.post('/api/sign-in', { login: form.contact.email, password: PASSWORD }))
    clock.advance(12 * HOUR - 1)
    await mustBe(200, browser.get('/api/me'))
    clock.advance(1)
    await mustBe(401, browser.get('/api/me'))
  })
})
