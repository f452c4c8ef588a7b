import {
  createHmac,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  timingSafeEqual,
  verify,
} from 'node:crypto'
import { Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import type { HqDatabase } from './db/open.ts'

export type HqKeys = {
  /** Ed25519, SPKI DER in base64: what a desk checks rescue files with. */
  publicKey: string
  /** age recipient: what a desk encrypts a rescue file for. */
  ageRecipient: string
  /** What opens and seals rescue files: its age identity, and its Ed25519 key as PKCS8 DER in base64. Never leaves HQ. */
  rescue: { identity: string; privateKey: string }
  /** A text that only HQ can have made: base64url of the JSON, a dot, base64url of its Ed25519 signature. */
  seal: (claims: Record<string, unknown>) => string
  /** What `seal` was given, or null when HQ did not make this text. */
  open: (sealed: string) => Record<string, unknown> | null
  /** The same between HQ and itself, far cheaper: for challenges and page tokens. */
  stamp: (claims: Record<string, unknown>) => string
  openStamp: (stamped: string) => Record<string, unknown> | null
}

/** HQ's keys, made at the first start and kept in its database so that every instance has the same. */
export async function loadKeys(db: HqDatabase, random: (size: number) => Uint8Array): Promise<HqKeys> {
  const privateKey = await keyOf(db, 'signing', newSigningKey)
  const signing = createPrivateKey({ key: Buffer.from(privateKey, 'base64'), format: 'der', type: 'pkcs8' })
  const identity = await keyOf(db, 'age', generateX25519Identity)
  const secret = Buffer.from(await keyOf(db, 'stamp', () => Buffer.from(random(32)).toString('base64')), 'base64')
  const verifying = createPublicKey(signing)
  const mac = (text: string) => createHmac('sha256', secret).update(text).digest()
  return {
    publicKey: verifying.export({ format: 'der', type: 'spki' }).toString('base64'),
    ageRecipient: await identityToRecipient(identity),
    rescue: { identity, privateKey },
    seal: (claims) => join(claims, (text) => sign(null, Buffer.from(text), signing)),
    open: (sealed) => split(sealed, (text, signature) => verify(null, Buffer.from(text), verifying, signature)),
    stamp: (claims) => join(claims, mac),
    openStamp: (stamped) =>
      split(stamped, (text, signature) => signature.length === 32 && timingSafeEqual(mac(text), signature)),
  }
}

/** An Ed25519 public key as devices send it, or null when it is none. */
export function readPublicKey(base64: string): KeyObject | null {
  try {
    const key = createPublicKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'spki' })
    return key.asymmetricKeyType === 'ed25519' ? key : null
  } catch {
    return null
  }
}

/** Whether a file can be encrypted for this age recipient: found out by doing it, for not every text of that form is one. */
export async function isAgeRecipient(text: string): Promise<boolean> {
  try {
    const encrypter = new Encrypter()
    encrypter.addRecipient(text)
    await encrypter.encrypt('')
    return true
  } catch {
    return false
  }
}

function newSigningKey(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64')
}

/** Two instances that start together on an empty database end up with the same key: the first one written. */
async function keyOf(db: HqDatabase, name: string, make: () => string | Promise<string>): Promise<string> {
  const kept = await db.selectFrom('hqKey').select('value').where('name', '=', name).executeTakeFirst()
  if (kept) return kept.value
  const value = await make()
  await db
    .insertInto('hqKey')
    .values({ name, value })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return (await db.selectFrom('hqKey').select('value').where('name', '=', name).executeTakeFirstOrThrow()).value
}

function join(claims: Record<string, unknown>, sealOf: (text: string) => Buffer): string {
  const text = Buffer.from(JSON.stringify(claims)).toString('base64url')
  return `${text}.${sealOf(text).toString('base64url')}`
}

function split(sealed: string, isOurs: (text: string, signature: Buffer) => boolean): Record<string, unknown> | null {
  const [text, signature, ...rest] = sealed.split('.')
  if (!text || !signature || rest.length > 0 || !isOurs(text, Buffer.from(signature, 'base64url'))) return null
  return JSON.parse(Buffer.from(text, 'base64url').toString()) as Record<string, unknown>
}
