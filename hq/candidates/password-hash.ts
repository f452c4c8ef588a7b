import { argon2, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import type { Hq } from '../hq.ts'

/** Candidates' passwords: argon2id (RFC 9106), kept in the PHC string format with the parameters that made them. */

/** OWASP Password Storage Cheat Sheet, second of its argon2id settings: 19 MiB, two passes, one lane. */
const MEMORY_KIB = 19_456
const PASSES = 2
const LANES = 1
const SALT_BYTES = 16
const TAG_BYTES = 32

const PHC = /^\$argon2id\$v=19\$m=(?<memory>\d+),t=(?<passes>\d+),p=(?<lanes>\d+)\$(?<salt>[\w+/-]+)\$(?<tag>[\w+/-]+)$/

type Made = { memory: number; passes: number; lanes: number; salt: Uint8Array; tagLength: number }

const derive = promisify(argon2)

/** @returns `$argon2id$v=19$m=…,t=…,p=…$salt$tag` */
export async function hashPassword(password: string, random: Hq['random']): Promise<string> {
  const made = { memory: MEMORY_KIB, passes: PASSES, lanes: LANES, salt: random(SALT_BYTES), tagLength: TAG_BYTES }
  const tag = await tagOf(password, made)
  return `$argon2id$v=19$m=${MEMORY_KIB},t=${PASSES},p=${LANES}$${base64(made.salt)}$${base64(tag)}`
}

/**
 * Whether the password is the one hashed. `null` is nobody's password: the same work is done, so that the time taken does not tell
 * whether somebody has an account.
 * @throws when the text kept is no such hash: a bug, or a damaged database
 */
export async function isPassword(password: string, kept: string | null): Promise<boolean> {
  const { tag, ...made } = kept === null ? nobody() : read(kept)
  const given = await tagOf(password, made)
  return timingSafeEqual(given, tag) && kept !== null
}

function nobody(): Made & { tag: Buffer } {
  const salt = new Uint8Array(SALT_BYTES)
  const tag = Buffer.alloc(TAG_BYTES)
  return { memory: MEMORY_KIB, passes: PASSES, lanes: LANES, salt, tag, tagLength: TAG_BYTES }
}

function read(kept: string): Made & { tag: Buffer } {
  const parts = PHC.exec(kept)?.groups
  if (!parts) throw new Error('Not an argon2id hash')
  const { memory, passes, lanes, salt = '', tag: text = '' } = parts
  const tag = Buffer.from(text, 'base64')
  const numbers = { memory: Number(memory), passes: Number(passes), lanes: Number(lanes) }
  return { ...numbers, salt: Buffer.from(salt, 'base64'), tag, tagLength: tag.length }
}

function tagOf(password: string, { memory, passes, lanes, salt, tagLength }: Made): Promise<Buffer> {
  // One keyboard writes « é » as one character, another as two: they are the same password.
  const message = password.normalize('NFC')
  return derive('argon2id', { message, nonce: salt, parallelism: lanes, tagLength, memory, passes })
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64').replace(/=+$/, '')
}
