import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { HealthAnswer } from '../../contract/hq.ts'
import { aDevice, ask } from '../helpers/a-device.ts'
import { ENGINES } from '../helpers/hq-database.ts'
import { MONDAY } from '../helpers/rows.ts'
import { startHq, startHqWith } from './start-hq.ts'

test.each(ENGINES)('health says which database answers (%s)', async (database) => {
  const hq = await startHq({ database })
  const { status, body } = await ask(hq.url, '/v1/health')
  expect([status, HealthAnswer.parse(body)]).toEqual([200, { status: 'ok', now: MONDAY, database }])
})

test('every error is a code: no sentence, no trace', async () => {
  const hq = await startHq()
  const post = (body: BodyInit, type = 'application/json') =>
    fetch(`${hq.url}/v1/devices/enrol`, { method: 'POST', headers: { 'content-type': type }, body })
  const cases: [Promise<Response>, number, unknown][] = [
    [fetch(`${hq.url}/nowhere`), 404, { code: 'not-found' }],
    [fetch(`${hq.url}/v1/commands`), 404, { code: 'not-found' }],
    [fetch(`${hq.url}/%zz`), 400, { code: 'bad-request' }],
    [post('{"half'), 400, { code: 'bad-request' }],
    [post(''), 400, { code: 'bad-request' }],
    [post('<html>', 'text/html'), 400, { code: 'bad-request' }],
    [post('null'), 400, { code: 'bad-request', detail: '/' }],
    [post('{"code":5}'), 400, { code: 'bad-request', detail: expect.stringContaining('/code') }],
    [post('{"__proto__":{"admin":true}}'), 400, { code: 'bad-request' }],
    [post(new Uint8Array(9_000_000)), 413, { code: 'too-large' }],
  ]
  for (const [answer, status, body] of cases) {
    const got = await answer
    expect([got.status, await got.json()]).toEqual([status, body])
  }
  expect(hq.bugs).toEqual([])
})

test('what is not HTTP at all is answered a code too', async () => {
  const hq = await startHq()
  const answer = await new Promise<string>((resolve, reject) => {
    const socket = connect(Number(new URL(hq.url).port), '127.0.0.1', () => socket.write('GARBAGE\r\n\r\n'))
    let text = ''
    socket.on('data', (data) => {
      text += data.toString()
    })
    socket.on('end', () => resolve(text))
    socket.on('error', reject)
  })
  expect(answer).toMatch(/^HTTP\/1.1 400 /)
  expect(answer.endsWith('{"code":"bad-request"}')).toBe(true)
})

test('a bug is reported here and is only a code over there', async () => {
  const { hq } = await startHqWith({})
  const pc = await aDevice(hq, 'rennes')
  const token = await pc.token()
  await hq.db.deleteFrom('centreSettings').execute()
  await hq.db.updateTable('feed').set({ head: -1 }).where('stream', '=', 'common').execute()
  expect(await ask(hq.url, '/v1/snapshot', { token })).toEqual({ status: 500, body: { code: 'internal' } })
  expect(hq.bugs).toHaveLength(1)
})

test('the documentation is a page, and the same for machines', async () => {
  const hq = await startHq()
  const page = await fetch(`${hq.url}/docs`)
  expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
  expect(await page.text()).toContain('GET /v1/changes')
  const { body } = await ask(hq.url, '/docs/openapi.json')
  expect(body).toMatchObject({ openapi: '3.1.0', paths: { '/v1/commands': { post: { security: [{ token: [] }] } } } })
})
