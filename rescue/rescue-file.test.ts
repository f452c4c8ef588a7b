import { generateKeyPairSync } from 'node:crypto'
import { generateIdentity, identityToRecipient } from 'age-encryption'
import { describe, expect, test } from 'vitest'
import type { Departure } from '../contract/rescue.ts'
import { writeHeader } from './header.ts'
import { addressOf, openDeparture, openReturn } from './open.ts'
import { seal } from './seal.ts'

async function someKeys() {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const identity = await generateIdentity()
  return {
    privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
    identity,
    recipient: await identityToRecipient(identity),
  }
}

const sender = await someKeys()
const receiver = await someKeys()
const stranger = await someKeys()
const departure: Departure = {
  kind: 'departure',
  centreId: 'rennes',
  deviceId: 'poste é 1',
  number: 3,
  madeAt: '2026-11-23T08:41:00.000Z',
  appVersion: '0.1.0',
  lastSequence: 12,
  cursor: { common: 1, centre: 4 },
  complete: true,
  commands: [{ note: 'un candidat nommé Zoé' }],
}
const file = await seal(departure, { privateKey: sender.privateKey, recipient: receiver.recipient })
const keys = { identity: receiver.identity, publicKey: sender.publicKey }

async function refusalOf(bytes: Uint8Array, withKeys = keys): Promise<string> {
  const opened = await openDeparture(bytes, withKeys)
  return opened.ok ? 'opened' : opened.refusal
}

describe('a rescue file', () => {
  test('is opened by its receiver, and says who made it', async () => {
    expect(addressOf(file)).toEqual({
      ok: true,
      header: { kind: 'departure', centreId: 'rennes', deviceId: 'poste é 1' },
    })
    expect(await openDeparture(file, keys)).toEqual({ ok: true, payload: departure })
  })

  test('says nothing of what it carries to anyone else', async () => {
    expect(Buffer.from(file).includes('Zoé')).toBe(false)
    expect(await refusalOf(file, { ...keys, identity: stranger.identity })).toBe('altered')
  })

  test('made by another is refused, even for the right receiver', async () => {
    const forged = await seal(departure, { privateKey: stranger.privateKey, recipient: receiver.recipient })
    expect(await refusalOf(forged)).toBe('altered')
  })

  test('cut short anywhere is said to be truncated', async () => {
    for (const length of [20, 60, file.length - 200, file.length - 1])
      expect(await refusalOf(file.subarray(0, length))).toBe('truncated')
  })

  test('with one bit changed anywhere is refused', async () => {
    for (let at = 0; at < file.length; at += 7) {
      const bent = Uint8Array.from(file)
      bent[at] = (bent[at] ?? 0) ^ 1
      expect(await refusalOf(bent), `byte ${at}`).not.toBe('opened')
    }
  })

  test('whose readable line names nobody who could be looked up is refused, not an accident', () => {
    const body = Buffer.from('x')
    const addressed = (centreId: string, deviceId: string) => {
      const line = Buffer.from(writeHeader({ kind: 'departure', centreId: 'C', deviceId: 'D' }, body)).toString()
      return addressOf(Buffer.concat([Buffer.from(line.replace(' C D ', ` ${centreId} ${deviceId} `)), body]))
    }
    expect(addressed('rennes', 'd')).toMatchObject({ ok: true })
    const longest = 'x'.repeat(64)
    expect(addressed(longest, longest)).toMatchObject({ ok: true })
    for (const id of ['%00', 'a%00b', '', `${longest}x`, '%', '%ZZ', '%C3'])
      for (const file of [addressed(id, 'd'), addressed('c', id)])
        expect(file, id).toEqual({ ok: false, refusal: 'altered' })
  })

  test('lengthened, or of another kind, or something else, is told apart', async () => {
    expect(await refusalOf(Buffer.concat([file, Buffer.from('x')]))).toBe('altered')
    expect(await refusalOf(Buffer.from('Bonjour'))).toBe('not-a-rescue-file')
    expect(await refusalOf(new Uint8Array())).toBe('not-a-rescue-file')
    expect(await refusalOf(Buffer.from(`PUPITRE-SECOURS 2 ${'x'.repeat(900)}`))).toBe('too-new')
    const opened = await openReturn(file, keys)
    expect(opened).toEqual({ ok: false, refusal: 'wrong-direction' })
  })
})
