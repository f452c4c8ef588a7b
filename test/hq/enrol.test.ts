import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { EnrolAnswer } from '../../contract/hq.ts'
import { AGE, APP_VERSION, aDevice, ask, valuesOf } from '../helpers/a-device.ts'
import type { RunningHq } from '../helpers/an-hq.ts'
import { ENGINES } from '../helpers/hq-database.ts'
import { startHqWith } from './start-hq.ts'

function aKey(): string {
  return generateKeyPairSync('ed25519').publicKey.export({ format: 'der', type: 'spki' }).toString('base64')
}

function enrol(hq: RunningHq, changes: Record<string, unknown>) {
  const body = {
    deviceName: 'POSTE 1',
    publicKey: aKey(),
    agePublicKey: AGE.recipient,
    appVersion: APP_VERSION,
    ...changes,
  }
  return ask(hq.url, '/v1/devices/enrol', { body })
}

describe.each(ENGINES)('enrolling a PC, on %s', (database) => {
  test('a code lets one PC into its centre, which sees it in its feed with the next series', async () => {
    const { hq } = await startHqWith({}, { database })
    const first = await aDevice(hq, 'rennes', 'POSTE ACCUEIL')
    const second = await aDevice(hq, 'rennes', 'POSTE DIRECTION')
    expect([first.centreId, first.series, second.series]).toEqual(['rennes', 'A', 'B'])
    expect(first.deviceId).not.toBe(second.deviceId)
    expect(
      valuesOf(await first.rows(), 'device')
        .map(({ name, series }) => `${series} ${name}`)
        .sort(),
    ).toEqual(['A POSTE ACCUEIL', 'B POSTE DIRECTION'])
  })

  test('a code works once, however it is typed, and another PC is told it is unknown', async () => {
    const { hq } = await startHqWith({}, { database })
    const code = await hq.enrolmentCode('rennes')
    expect((await enrol(hq, { code: ` ${code.toLowerCase().replaceAll('-', ' ')} ` })).status).toBe(200)
    expect(await enrol(hq, { code })).toEqual({ status: 401, body: { code: 'unknown-code' } })
    expect(await enrol(hq, { code: 'AAAA-BBBB-CCCC' })).toEqual({ status: 401, body: { code: 'unknown-code' } })
  })

  test('an answer that was lost is given again to the PC that holds the key, and makes no second device', async () => {
    const { hq } = await startHqWith({}, { database })
    const body = { code: await hq.enrolmentCode('rennes'), publicKey: aKey() }
    const first = EnrolAnswer.parse((await enrol(hq, body)).body)
    const again = EnrolAnswer.parse((await enrol(hq, body)).body)
    expect(again).toEqual(first)
    expect(await hq.db.selectFrom('hqDevice').select('id').execute()).toHaveLength(1)
  })

  test('two PCs with the same code at the same moment: one gets in', async () => {
    const { hq } = await startHqWith({}, { database })
    const code = await hq.enrolmentCode('rennes')
    const answers = await Promise.all(Array.from({ length: 6 }, () => enrol(hq, { code })))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401, 401, 401, 401])
  })

  test('six PCs at the same moment get six series', async () => {
    const { hq } = await startHqWith({}, { database })
    const devices = await Promise.all(Array.from({ length: 6 }, () => aDevice(hq, 'rennes')))
    expect(devices.map(({ series }) => series).sort()).toEqual(['A', 'B', 'C', 'D', 'E', 'F'])
  })

  test('a code eight days old, a key that is none, an old application are refused with their code', async () => {
    const { hq } = await startHqWith({}, { database, minimumAppVersion: '0.1.0' })
    const code = await hq.enrolmentCode('rennes')
    expect(await enrol(hq, { code, publicKey: 'AAAA' })).toEqual({
      status: 400,
      body: { code: 'bad-request', detail: '/publicKey' },
    })
    // The last one has the form of a key, and is one that nothing can be encrypted for.
    const nobody = 'age1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq5cu47z'
    for (const agePublicKey of ['', 'age1test', `${AGE.recipient}x`, AGE.identity, nobody])
      expect(await enrol(hq, { code, agePublicKey })).toEqual({
        status: 400,
        body: { code: 'bad-request', detail: '/agePublicKey' },
      })
    expect(await enrol(hq, { code, appVersion: '0.0.9' })).toEqual({
      status: 426,
      body: { code: 'app-too-old', detail: '0.1.0' },
    })
    expect((await enrol(hq, { code, appVersion: 'garbage' })).status).toBe(426)
    expect((await enrol(hq, { code, deviceName: '' })).status).toBe(400)
    hq.clock.now = () => '2026-12-01T08:41:00.000Z'
    expect((await enrol(hq, { code })).status).toBe(401)
    hq.clock.now = () => '2026-11-29T08:41:00.000Z'
    expect((await enrol(hq, { code })).status).toBe(200)
  })

  test('the database keeps no code that could be read and used', async () => {
    const { hq } = await startHqWith({}, { database })
    const code = await hq.enrolmentCode('rennes')
    const kept = JSON.stringify(await hq.db.selectFrom('enrolmentCode').selectAll().execute())
    expect(kept).not.toContain(code)
    expect(kept).not.toContain(code.replaceAll('-', ''))
  })
})
