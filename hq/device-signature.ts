import { verify } from 'node:crypto'
import { readPublicKey } from './keys.ts'

/** Whether a device's key signed this text. */
export function isSignedBy(publicKey: string, text: string, signature: string): boolean {
  const key = readPublicKey(publicKey)
  return key !== null && verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64'))
}
