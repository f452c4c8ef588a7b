import { createPublicKey, verify } from 'node:crypto'
import { inflateSync } from 'node:zlib'
import { Decrypter } from 'age-encryption'
import type { z } from 'zod'
import type { RescueRefusal } from '../contract/refusals.ts'
import { Departure, Return } from '../contract/rescue.ts'
import { type Header, readHeader } from './header.ts'

export type OpenKeys = {
  /** age identity of the receiver. */
  identity: string
  /** Ed25519 of the sender, SPKI DER in base64. */
  publicKey: string
}

export type Opened<T> = { ok: true; payload: T } | { ok: false; refusal: RescueRefusal }

const SIGNATURE_BYTES = 64
/** A year of a large centre is far below; a file that swells beyond is not ours. */
const MOST_BYTES = 512 * 1024 * 1024

/** Who a file says it comes from and goes to: enough to find the keys with which to open it. Nothing of it is proved yet. */
export function addressOf(file: Uint8Array): { ok: true; header: Header } | { ok: false; refusal: RescueRefusal } {
  const read = readHeader(file)
  return 'refusal' in read ? { ok: false, refusal: read.refusal } : { ok: true, header: read.header }
}

/** Refuses: not-a-rescue-file, too-new, truncated, altered, wrong-direction. */
export function openDeparture(file: Uint8Array, keys: OpenKeys): Promise<Opened<Departure>> {
  return open(file, 'departure', Departure, keys)
}

/** Refuses: not-a-rescue-file, too-new, truncated, altered, wrong-direction. */
export function openReturn(file: Uint8Array, keys: OpenKeys): Promise<Opened<Return>> {
  return open(file, 'return', Return, keys)
}

async function open<S extends typeof Departure | typeof Return>(
  file: Uint8Array,
  kind: Header['kind'],
  shape: S,
  { identity, publicKey }: OpenKeys,
): Promise<Opened<z.infer<S>>> {
  const read = readHeader(file)
  if ('refusal' in read) return { ok: false, refusal: read.refusal }
  const { header, body } = read
  if (header.kind !== kind) return { ok: false, refusal: 'wrong-direction' }
  const json = await unsealed(body, identity, publicKey)
  const parsed = shape.safeParse(json)
  if (!parsed.success) return { ok: false, refusal: 'altered' }
  const payload = parsed.data
  // The readable line may have been swapped for another file's: what is signed decides.
  const agree = payload.centreId === header.centreId && payload.deviceId === header.deviceId
  return agree ? { ok: true, payload: payload as z.infer<S> } : { ok: false, refusal: 'altered' }
}

/** The JSON inside, or undefined when it was not made by this sender for this receiver. */
async function unsealed(body: Uint8Array, identity: string, publicKey: string): Promise<unknown> {
  try {
    const decrypter = new Decrypter()
    decrypter.addIdentity(identity)
    const signed = await decrypter.decrypt(body)
    const text = signed.subarray(SIGNATURE_BYTES)
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), type: 'spki', format: 'der' })
    if (!verify(null, text, key, signed.subarray(0, SIGNATURE_BYTES))) return undefined
    return JSON.parse(inflateSync(text, { maxOutputLength: MOST_BYTES }).toString())
  } catch {
    return undefined
  }
}
