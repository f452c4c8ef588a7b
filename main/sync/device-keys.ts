import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto'
import { generateIdentity, identityToRecipient } from 'age-encryption'

/** The keys that make this PC itself: Ed25519 to sign in, age to be the only one that reads what HQ encrypts for it. */
export type DeviceKeys = { privateKey: string; publicKey: string; ageIdentity: string; agePublicKey: string }

export async function generateDeviceKeys(): Promise<DeviceKeys> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const ageIdentity = await generateIdentity()
  return {
    privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
    ageIdentity,
    agePublicKey: await identityToRecipient(ageIdentity),
  }
}

/** Signs with the device's key. @param privateKey PKCS8 DER in base64 @returns base64 */
export function signer(privateKey: string): (text: string) => string {
  const key = createPrivateKey({ key: Buffer.from(privateKey, 'base64'), type: 'pkcs8', format: 'der' })
  return (text) => sign(null, Buffer.from(text), key).toString('base64')
}
