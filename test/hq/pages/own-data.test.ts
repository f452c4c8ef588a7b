import { inspect } from 'node:util'
import { describe, expect, onTestFinished, test } from 'vitest'
import { MeAnswer } from '../../../contract/candidate-pages.ts'
import { buildApp, prepareHq } from '../../../hq/app.ts'
import { withoutData } from '../../../hq/without-data.ts'
import { ENGINES } from '../../helpers/hq-database.ts'
import { startHqWith } from '../start-hq.ts'
import { aBrowser, aForm, anAccount, formOf, mustBe, PASSWORD } from './a-browser.ts'

describe.each(ENGINES)('never another’s data, on %s', (database) => {
  test('another’s entry is not found, nor withdrawn; another’s attempt is not answered for', async () => {
    const { hq, world } = await startHqWith({ candidates: ['Ny'] }, { database })
    const [anais, paul] = [await anAccount(hq, aForm(world)), await anAccount(hq, formOf(world, 'Paul'))]
    const { requests } = MeAnswer.parse(await mustBe(200, anais.get('/api/me')))
    for (const entryId of [requests[0]?.entries[0]?.id, world.entry('Ny'), 'nobody'])
      expect(await mustBe(404, paul.post('/api/me/withdraw', { entryId }))).toEqual({ code: 'not-found' })
    const statuses = await hq.db.selectFrom('entry').select('status').distinct().execute()
    expect(statuses).toEqual([{ status: 'requested' }])
    const [submission] = await hq.db.selectFrom('submission').select('id').orderBy('receivedAt').execute()
    const { attempt: _, ...asked } = aForm(world)
    const more = { ...asked, attempt: submission?.id }
    const codes = [await anais.post('/api/me/requests', more), await paul.post('/api/me/requests', more)]
    expect(codes.map(({ status }) => status).sort()).toEqual([200, 400])
    const own = MeAnswer.parse(await mustBe(200, paul.get('/api/me')))
    expect(own.identity.birthName).toBe('Paul')
    expect(own.requests).toHaveLength(1)
  })

  test('without a session nothing of a person is answered', async () => {
    const { hq, world } = await startHqWith({ candidates: [] }, { database })
    await anAccount(hq, aForm(world))
    const browser = aBrowser(hq)
    const { attempt, sessionId, centreId, choices, softwareAccepted } = aForm(world)
    const asked = [
      () => browser.get('/api/me'),
      () => browser.post('/api/me/withdraw', { entryId: 'x' }),
      () => browser.post('/api/me/requests', { attempt, sessionId, centreId, choices, softwareAccepted }),
      () => browser.post('/api/me/password', { current: PASSWORD, password: PASSWORD }),
    ]
    for (const cookie of [null, 'pupitre_session=', `pupitre_session=${'A'.repeat(43)}`, 'pupitre_session=%00%ff']) {
      browser.setCookie(cookie)
      for (const ask of asked) expect(await mustBe(401, ask())).toEqual({ code: 'not-signed-in' })
    }
  })

  test('a wrong login and a wrong password are answered alike', async () => {
    const { hq, world } = await startHqWith({ candidates: [] }, { database })
    await anAccount(hq, aForm(world))
    const browser = aBrowser(hq)
    const answers = [
      await browser.post('/api/sign-in', { login: 'anais.legoff@example.org', password: 'Wrong-2026 !' }),
      await browser.post('/api/sign-in', { login: 'nobody@example.org', password: 'Wrong-2026 !' }),
      await browser.post('/api/sign-in', { login: 'CA99999', password: 'Wrong-2026 !' }),
    ]
    for (const { status, body } of answers) expect([status, body]).toEqual([401, { code: 'wrong-login' }])
  })
})

describe('what protects the pages', () => {
  test('a change must come from HQ’s own page, as JSON', async () => {
    const { hq, world } = await startHqWith({ candidates: [] })
    const browser = await anAccount(hq, aForm(world))
    const out = (headers: Record<string, string>) => browser.post('/api/sign-out', {}, headers)
    const refused = { code: 'bad-request' }
    expect(await mustBe(400, out({ origin: 'https://elsewhere.example' }))).toMatchObject(refused)
    expect(await mustBe(400, out({ origin: 'null' }))).toMatchObject(refused)
    expect(await mustBe(400, out({ 'content-type': 'text/plain' }))).toMatchObject(refused)
    const bare = await fetch(`${hq.url}/api/sign-out`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: browser.cookie() ?? '' },
      body: '{}',
    })
    expect(bare.status).toBe(400)
    await mustBe(200, browser.get('/api/me'))
  })

  test('the cookie is out of reach of scripts and other sites; answers are kept nowhere and framed nowhere', async () => {
    const { hq, world } = await startHqWith({ candidates: [] })
    await anAccount(hq, aForm(world))
    const signIn = { login: aForm(world).contact.email, password: PASSWORD }
    const { headers } = await aBrowser(hq).post('/api/sign-in', signIn)
    const [cookie = ''] = headers.getSetCookie()
    expect(cookie).toMatch(/^pupitre_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/)
    const sessions = await hq.db.selectFrom('accountSession').select('hash').execute()
    expect(sessions.some(({ hash }) => cookie.includes(hash))).toBe(false)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(headers.get('content-security-policy')).toContain("default-src 'self'")
    expect([headers.get('x-content-type-options'), headers.get('referrer-policy')]).toEqual(['nosniff', 'no-referrer'])
  })

  test('too many tries are stopped, of one address or for one login', async () => {
    const { hq } = await startHqWith({ candidates: [] }, { triesAMinute: 5 })
    const browser = aBrowser(hq)
    const tried: number[] = []
    for (let index = 0; index < 7; index++)
      tried.push((await browser.post('/api/recover', { what: 'nuc', email: 'a@example.org' })).status)
    expect(tried).toEqual([200, 200, 200, 200, 200, 429, 429])
    expect(await mustBe(429, browser.post('/api/sign-in', { login: 'x', password: 'y' }))).toEqual({
      code: 'too-many-tries',
    })
    await mustBe(200, browser.get('/api/catalogue'))
  })

  test('errors are codes of the pages, and those of desks stay theirs', async () => {
    const { hq, world } = await startHqWith({ candidates: [] })
    const browser = aBrowser(hq)
    expect(await mustBe(400, browser.post('/api/confirm', '{"half'))).toEqual({ code: 'bad-request' })
    expect(await mustBe(400, browser.post('/api/confirm', { token: 5, password: 'x' }))).toEqual({
      code: 'bad-request',
      detail: '/token',
    })
    const large = { ...aForm(world), situation: { category: 'other', previousExams: 'x'.repeat(70_000) } }
    expect(await mustBe(413, browser.post('/api/register', large))).toEqual({ code: 'too-large' })
    expect(await mustBe(404, browser.get('/api/nowhere'))).toEqual({ code: 'not-found' })
    await hq.db.schema.alterTable('account').renameTo('account_gone').execute()
    try {
      const login = 'somebody@example.org'
      expect(await mustBe(500, browser.post('/api/sign-in', { login, password: PASSWORD }))).toEqual({
        code: 'internal',
      })
      // Told to whoever looks after HQ, with the place and without the person.
      expect(hq.bugs).toHaveLength(1)
      const told = inspect(withoutData(hq.bugs[0]), { depth: null, showHidden: true })
      expect(told).toContain('42P01')
      expect(told).toContain('sign-in.ts')
      expect(told).not.toContain('somebody')
    } finally {
      await hq.db.schema.alterTable('account_gone').renameTo('account').execute()
    }
  })

  test('behind https the cookie travels by it alone', async () => {
    const { hq, world } = await startHqWith({ candidates: [] })
    await anAccount(hq, aForm(world))
    const publicUrl = 'https://inscriptions.example'
    const given = { db: hq.db, engine: 'pglite', clock: hq.clock, publicUrl } as const
    const app = await buildApp(await prepareHq(given))
    onTestFinished(() => app.close())
    const answer = await app.inject({
      ...{ method: 'POST', url: '/api/sign-in', headers: { origin: publicUrl } },
      payload: { login: aForm(world).contact.email, password: PASSWORD },
    })
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['set-cookie']).toMatch(/; HttpOnly; Secure; SameSite=Strict$/)
  })
})
