import { createPrivateKey, sign } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { Encrypter } from 'age-encryption'
import type { Departure, Return } from '../contract/rescue.ts'
import { writeHeader } from './header.ts'

export type SealKeys = {
  /** Ed25519 of the sender, PKCS8 DER in base64. */
  privateKey: string
  /** age recipient of the receiver. */
  recipient: string
}

/**
 * A rescue file: one readable line, then what only the receiver can open and only the sender can have made. Signed first, then
 * encrypted: who reads knows who wrote, and nobody on the way does.
 */
export async function seal(payload: Departure | Return, { privateKey, recipient }: SealKeys): Promise<Uint8Array> {
  const text = deflateSync(JSON.stringify(payload))
  const key = createPrivateKey({ key: Buffer.from(privateKey, 'base64'), type: 'pkcs8', format: 'der' })
  const encrypter = new Encrypter()
  encrypter.addRecipient(recipient)
  const body = await encrypter.encrypt(Buffer.concat([sign(null, text, key), text]))
  return Buffer.concat([writeHeader(payload, body), body])
}
