import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { inTransaction } from '../../hq/db/transaction.ts'
import { queueMail } from '../../hq/mail/queue-mail.ts'
import { aDevice } from '../helpers/a-device.ts'
import { aClock } from '../helpers/an-hq.ts'
import { prevalidate } from './acts.ts'
import { mailsOf } from './mail-world.ts'
import { startHq, startHqWith } from './start-hq.ts'

const HOSTILE = '<script>alert(1)</script>'

async function demonstration() {
  const clock = aClock()
  const { hq, world } = await startHqWith({ seats: 5 }, { dev: true, clock })
  const get = async (path: string) => {
    const answer = await fetch(`${hq.url}${path}`)
    return { status: answer.status, headers: answer.headers, body: await answer.text() }
  }
  return { hq, world, clock, get }
}

test.each(['/dev/mails', '/dev/mails/x', '/dev/mails/x/html'])('%s does not exist in production', async (path) => {
  const hq = await startHq()
  const answer = await fetch(`${hq.url}${path}`)
  expect([answer.status, await answer.json()]).toEqual([404, { code: 'not-found' }])
})

test('in a demonstration the queue is shown, newest first, and each mail in both parts', async () => {
  const { hq, world, clock, get } = await demonstration()
  expect((await get('/dev/mails')).body).toContain('Aucun mail')
  const pc = await aDevice(hq, 'rennes')
  await pc.send(prevalidate(pc, world, 'Ny'))
  clock.advance(60)
  await hq.withdraw(world.entry('Ny'))
  const list = await get('/dev/mails')
  expect(list.status).toBe(200)
  expect([...list.body.matchAll(/>(Retrait|Pré-validation)</g)].map(([, name]) => name)).toEqual([
    'Retrait',
    'Pré-validation',
  ])
  const [mail] = await mailsOf(hq)
  const one = await get(`/dev/mails/${mail?.id}`)
  expect(one.body).toContain(
    `<iframe sandbox="allow-popups allow-popups-to-escape-sandbox" src="/dev/mails/${mail?.id}/html"`,
  )
  expect(one.body).toContain('COMMENT RÉGLER')
  const html = await get(`/dev/mails/${mail?.id}/html`)
  expect(html.body).toContain(`href="${hq.url}/espace"`)
  expect(html.body).toContain('<base target="_blank">')
})

test('its pages run nothing, whatever the mails say, and are kept nowhere', async () => {
  const { hq, get } = await demonstration()
  await inTransaction(hq.db, (tx) =>
    queueMail(
      tx,
      { clock: hq.clock, random: randomBytes },
      {
        name: 'nuc-reminder',
        data: { name: HOSTILE, nuc: HOSTILE, signInLink: '/connexion' },
        recipient: `${HOSTILE}@example.org`,
      },
    ),
  )
  await hq.db.updateTable('mail').set({ status: 'failed', trouble: HOSTILE }).execute()
  const [mail] = await mailsOf(hq)
  for (const path of ['/dev/mails', `/dev/mails/${mail?.id}`, `/dev/mails/${mail?.id}/html`]) {
    const { status, headers, body } = await get(path)
    expect(status).toBe(200)
    expect(body).not.toContain('<script')
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src/)
    expect(headers.get('content-security-policy')).not.toMatch(/script-src|unsafe-eval/)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  }
  const page = await get('/dev/mails')
  const nonce = /style-src 'nonce-([^']+)'/.exec(page.headers.get('content-security-policy') ?? '')?.[1]
  expect(page.body).toContain(`<style nonce="${nonce}">`)
  const { headers } = await get(`/dev/mails/${mail?.id}/html`)
  // The page above may show it, nobody else.
  expect(headers.get('x-frame-options')).toBe('SAMEORIGIN')
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'self'")
  expect(headers.get('content-security-policy')).toMatch(/; sandbox allow-popups allow-popups-to-escape-sandbox$/)
})

test('a mail that nobody knows, or that cannot be written, is no error', async () => {
  const { hq, world, get } = await demonstration()
  expect((await get('/dev/mails/x')).status).toBe(404)
  expect((await get(`/dev/mails/${'x'.repeat(65)}`)).status).toBe(400)
  await hq.withdraw(world.entry('Ny'))
  await hq.db.updateTable('mail').set({ name: 'of-old' }).execute()
  const [mail] = await mailsOf(hq)
  expect((await get(`/dev/mails/${mail?.id}`)).body).toContain('ne peut pas être affiché')
  expect((await get(`/dev/mails/${mail?.id}/html`)).status).toBe(404)
  expect(hq.bugs).toEqual([])
})
