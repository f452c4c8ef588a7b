import { describe, expect, test } from 'vitest'
import { ChallengeAnswer } from '../../contract/hq.ts'
import { aDevice, ask } from '../helpers/a-device.ts'
import { aClock } from '../helpers/an-hq.ts'
import { ENGINES } from '../helpers/hq-database.ts'
import { startHqWith } from './start-hq.ts'

const UNAUTHORISED = { status: 401, body: { code: 'unauthorised' } }
const BAD_SIGNATURE = { status: 401, body: { code: 'bad-signature' } }
const CLOSED = ['/v1/changes?common=0&centre=0', '/v1/snapshot']

describe.each(ENGINES)('tokens, on %s', (database) => {
  test('no route of a centre answers without a token, whatever stands in its place', async () => {
    const { hq } = await startHqWith({}, { database })
    const pc = await aDevice(hq, 'rennes')
    const token = await pc.token()
    const { challenge } = ChallengeAnswer.parse(
      (await ask(hq.url, '/v1/devices/challenge', { body: { deviceId: pc.deviceId } })).body,
    )
    const [claims = '', signature = ''] = token.split('.')
    const forged = Buffer.from(claims, 'base64url').toString().replace('rennes', 'papeete')
    const wrong = [
      'x',
      'x.y',
      'x.y.z',
      challenge,
      `${Buffer.from(forged).toString('base64url')}.${signature}`,
      `${claims}.`,
    ]
    for (const path of CLOSED) {
      expect(await ask(hq.url, path)).toEqual(UNAUTHORISED)
      for (const bad of wrong) expect(await ask(hq.url, path, { token: bad })).toEqual(UNAUTHORISED)
      expect((await ask(hq.url, path, { token })).status).toBe(200)
    }
    expect(await ask(hq.url, '/v1/commands', { body: { commands: ['x'] } })).toEqual(UNAUTHORISED)
  })

  test('a token lasts ten minutes by the clock of HQ', async () => {
    const clock = aClock()
    const { hq } = await startHqWith({}, { database, clock })
    const token = await (await aDevice(hq, 'rennes')).token()
    clock.advance(599)
    expect((await ask(hq.url, '/v1/snapshot', { token })).status).toBe(200)
    clock.advance(1)
    expect(await ask(hq.url, '/v1/snapshot', { token })).toEqual(UNAUTHORISED)
  })

  test('a challenge is for one device and one minute, and wants that device’s signature', async () => {
    const clock = aClock()
    const { hq } = await startHqWith({}, { database, clock })
    const [mine, other] = [await aDevice(hq, 'rennes'), await aDevice(hq, 'rennes')]
    const { challenge } = ChallengeAnswer.parse(
      (await ask(hq.url, '/v1/devices/challenge', { body: { deviceId: other.deviceId } })).body,
    )
    expect(await mine.requestToken({ challenge })).toEqual(BAD_SIGNATURE)
    expect(await mine.requestToken({ challenge: 'nonsense' })).toEqual(BAD_SIGNATURE)
    expect(await mine.requestToken({ signature: 'AAAA' })).toEqual(BAD_SIGNATURE)
    const stale = ChallengeAnswer.parse(
      (await ask(hq.url, '/v1/devices/challenge', { body: { deviceId: mine.deviceId } })).body,
    )
    clock.advance(60)
    expect(await mine.requestToken(stale)).toEqual(BAD_SIGNATURE)
    expect((await mine.requestToken()).status).toBe(200)
  })

  test('a device that nobody knows gets a challenge and no token', async () => {
    const { hq } = await startHqWith({}, { database })
    const asked = await ask(hq.url, '/v1/devices/challenge', { body: { deviceId: 'nobody' } })
    const { challenge } = ChallengeAnswer.parse(asked.body)
    const body = {
      deviceId: 'nobody',
      challenge,
      signature: 'AAAA',
      appVersion: '0.1.0',
      lastSequence: 0,
      contact: '',
      nextContact: 'a'.repeat(16),
    }
    expect(await ask(hq.url, '/v1/devices/token', { body })).toEqual({ status: 401, body: { code: 'unknown-device' } })
  })

  test('a revoked device gets no token, and its commands are refused at once', async () => {
    const { hq, world } = await startHqWith({}, { database })
    const pc = await aDevice(hq, 'rennes')
    const token = await pc.token()
    await hq.db.updateTable('hqDevice').set({ revokedAt: hq.clock.now() }).execute()
    const revoked = { status: 401, body: { code: 'revoked' } }
    expect(await pc.requestToken()).toEqual(revoked)
    const command = pc.command('offering.set-seats', { offeringId: world.offeringId, seats: 9 })
    expect(await ask(hq.url, '/v1/commands', { body: { commands: [command] }, token })).toEqual(revoked)
  })

  test('an application that has become too old is told which version it needs', async () => {
    const { hq } = await startHqWith({}, { database, minimumAppVersion: '0.1.0' })
    const pc = await aDevice(hq, 'rennes')
    expect(await pc.requestToken({ appVersion: '0.0.1' })).toEqual({
      status: 426,
      body: { code: 'app-too-old', detail: '0.1.0' },
    })
    expect((await pc.requestToken({ appVersion: '0.10.0' })).status).toBe(200)
  })

  test('keys are kept: a token of before a restart is still good after it', async () => {
    const { hq } = await startHqWith({}, { database })
    const token = await (await aDevice(hq, 'rennes')).token()
    await hq.restart()
    expect((await ask(hq.url, '/v1/snapshot', { token })).status).toBe(200)
  })
})
