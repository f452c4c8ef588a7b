import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'

/** The keys that make this PC itself: Ed25519 to sign in, age to be the only one that reads what HQ encrypts for it. */
export type DeviceKeys = { privateKey: string; publicKey: string; ageIdentity: string; agePublicKey: string }

/** What is kept of them: the secret halves. */
export type DeviceSecrets = Pick<DeviceKeys, 'privateKey' | 'ageIdentity'>

export async function drawSecrets(): Promise<DeviceSecrets> {
  const { generateIdentity } = await age()
  const { privateKey } = generateKeyPairSync('ed25519')
  return {
    privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
    ageIdentity: await generateIdentity(),
  }
}

/** The whole keys, their public halves drawn from the secret ones. */
export async function keysOf({ privateKey, ageIdentity }: DeviceSecrets): Promise<DeviceKeys> {
  const { identityToRecipient } = await age()
  const publicKey = createPublicKey(readPrivateKey(privateKey))
    .export({ type: 'spki', format: 'der' })
    .toString('base64')
  return { privateKey, ageIdentity, publicKey, agePublicKey: await identityToRecipient(ageIdentity) }
}

/** Needed once in the life of a PC: not at each start, which would wait for all its curves. */
function age() {
  return import('age-encryption')
}

/** Signs with the device's key. @param privateKey PKCS8 DER in base64 @returns base64 */
export function signer(privateKey: string): (text: string) => string {
  const key = readPrivateKey(privateKey)
  return (text) => sign(null, Buffer.from(text), key).toString('base64')
}

function readPrivateKey(privateKey: string): KeyObject {
  return createPrivateKey({ key: Buffer.from(privateKey, 'base64'), type: 'pkcs8', format: 'der' })
}
