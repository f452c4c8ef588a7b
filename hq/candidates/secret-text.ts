import { createHash } from 'node:crypto'
import type { Hq } from '../hq.ts'

const BYTES = 32

/** A secret that opens something at HQ, given to its owner once (a link, a cookie); HQ keeps only the hash. */
export function drawSecret({ random }: Pick<Hq, 'random'>): { secret: string; hash: string } {
  const secret = Buffer.from(random(BYTES)).toString('base64url')
  return { secret, hash: hashSecret(secret) }
}

/** SHA-256 is enough: 256 bits of chance cannot be tried out, unlike a password. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
