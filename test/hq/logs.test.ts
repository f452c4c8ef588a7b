import { randomBytes } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openLog } from '../../hq/log/open-log.ts'
import { sendMails } from '../../hq/mail/send-mails.ts'
import { smtpPost } from '../../hq/mail/smtp-post.ts'
import { aDevice, ask } from '../helpers/a-device.ts'
import { NO_NET, SITE, startMailbox } from './mail-world.ts'
import { aBrowser, aForm } from './pages/a-browser.ts'
import { startHqWith } from './start-hq.ts'

type Line = Record<string, unknown> & { level: string; event: string; at: string }

/** What a log at this level was handed, as it was written. */
function aLog(level: Parameters<typeof openLog>[0]) {
  const written: string[] = []
  const log = openLog(level, { write: (line) => written.push(line) })
  return { log, written, lines: () => written.map((line) => JSON.parse(line) as Line) }
}

test('whatever candidates type, and whatever goes wrong with it, the log does not hold it', async () => {
  const { log, written, lines } = aLog('debug')
  const { hq, world } = await startHqWith({ candidates: ['Ny'] }, { log })
  const box = await startMailbox([{ at: 'rcpt', code: 550, words: 'No such person anais.legoff@example.org, Le Goff' }])
  const stop = sendMails(
    {
      ...{ db: hq.db, clock: hq.clock, random: randomBytes, netMs: NO_NET, publicUrl: SITE, log },
      reportBug: (error) => hq.bugs.push(error),
    },
    smtpPost({ url: box.url, from: 'Pupitre <inscriptions@example.org>' }),
  )
  const form = aForm(world)
  const { email, phone, addressLines } = form.contact
  const browser = aBrowser(hq)
  expect((await browser.post('/api/register', form)).status).toBe(200)
  await expect.poll(() => lines().map(({ event }) => event)).toContain('mail failed')
  // The link is forgotten with a mail that is lost: another one is asked for, which leaves.
  expect((await browser.post('/api/register', { ...aForm(world) })).status).toBe(200)
  await expect.poll(() => box.arrived.length + lines().filter(({ event }) => event === 'mail sent').length).toBe(2)
  const [, token = ''] = /jeton=(\S+)/.exec(box.arrived[0]?.mail.text ?? '') ?? []
  expect(token.length).toBeGreaterThan(20)
  expect((await browser.post('/api/confirm', { token, password: form.password })).status).toBe(200)
  await browser.post('/api/sign-in', { login: email, password: 'Wrong-2026 !' })
  expect((await browser.post('/api/sign-in', { login: email, password: form.password })).status).toBe(200)
  expect((await fetch(`${hq.url}/confirmer?jeton=${token}`, { headers: { 'user-agent': email } })).ok).toBe(true)
  await browser.get(`/api/nowhere/${email}?q=${email}`)
  await browser.get(`/${email}/%ff?jeton=${token}`)
  await browser.post(`/api/sign-in?login=${email}`, `{"login":"${email}`, {
    'x-request-id': email,
    'user-agent': `${email} ${phone}`,
    'x-forwarded-for': '203.0.113.7',
  })
  await browser.post('/api/register', { ...form, contact: { ...form.contact, email: `${email}\0`, phone: null } })
  // The database says every value of the statement that failed.
  await sql`alter table submission rename to gone`.execute(hq.db)
  const failed = await browser.post('/api/register', { ...aForm(world) })
  expect(failed).toMatchObject({ status: 500, body: { code: 'internal' } })
  await sql`alter table gone rename to submission`.execute(hq.db)
  await sql`alter table account_session add constraint none check (hash = 'no') not valid`.execute(hq.db)
  expect((await browser.post('/api/sign-in', { login: email, password: form.password })).status).toBe(500)
  await sql`alter table account_session drop constraint none`.execute(hq.db)
  await stop()

  const session = browser.cookie()?.split('=')[1] ?? ''
  const typed = [
    email,
    'Le Goff',
    'LE GOFF',
    'Anaïs',
    form.password,
    'Wrong-2026',
    token,
    session,
    '98 12 34',
    addressLines[0],
  ]
  // Where it listens is no secret.
  const said = written.filter((line) => !line.includes('Server listening'))
  for (const text of [...typed, '1999-02-28', '203.0.113.7', '127.0.0.1', 'argon2id', 'insert into', 'jeton']) {
    expect(text).toBeTruthy()
    expect(said.filter((line) => line.toLowerCase().includes(String(text).toLowerCase()))).toEqual([])
  }
  // One line each, by their routes.
  expect(lines().filter(({ event }) => event === 'bug')).toMatchObject([
    { level: 'error', method: 'POST', route: '/api/register', status: 500, err: { message: 'error 42P01' } },
    { level: 'error', method: 'POST', route: '/api/sign-in', status: 500, err: { message: 'error 23514' } },
  ])
  const ids = lines().flatMap(({ requestId }) => requestId ?? [])
  expect(new Set(ids).size).toBe(ids.length)
  const requests = lines().filter(({ event }) => event === 'request')
  expect(requests.filter(({ route }) => route === null).map(({ status }) => status)).toContain(404)
  expect(requests).toContainEqual(
    expect.objectContaining({ level: 'debug', method: 'POST', route: '/api/confirm', status: 200 }),
  )
  expect(lines().filter(({ event }) => event.startsWith('mail '))).toMatchObject([
    { level: 'error', event: 'mail failed', mail: 'confirm-address', attempts: 1, code: 'EENVELOPE' },
    { level: 'info', event: 'mail sent', mail: 'confirm-address' },
    { level: 'info', event: 'mail sent', mail: 'request-received' },
  ])
})

test('a request of a PC names the PC; what is slow is told at `info`, what was held is not slow', async () => {
  const { log, lines } = aLog('debug')
  const { hq, world } = await startHqWith({ candidates: ['Ny'] }, { log })
  const device = await aDevice(hq, world.centreId)
  const { common, centre } = (await device.changes()).cursor
  const held = device.get(`/v1/changes?common=${common}&centre=${centre}&limit=1000&wait=2`)
  const locked = Promise.withResolvers<void>()
  const slow = hq.db.transaction().execute(async (tx) => {
    await sql`lock table exam_session in access exclusive mode`.execute(tx)
    locked.resolve()
    await setTimeout(1200)
  })
  await locked.promise
  expect((await ask(hq.url, '/api/catalogue')).status).toBe(200)
  await Promise.all([slow, held])
  await expect
    .poll(lines)
    .toContainEqual(expect.objectContaining({ level: 'info', event: 'request', route: '/api/catalogue', status: 200 }))
  await expect
    .poll(() => lines().filter(({ route }) => route === '/v1/changes'))
    .toMatchObject([
      { level: 'debug', deviceId: device.deviceId },
      { level: 'debug', deviceId: device.deviceId },
    ])
})
