import { createHash } from 'node:crypto'
import { addSeconds } from '../domain/time.ts'
import type { Hq } from './hq.ts'

/** No 0, O, 1, I or L: the code is read aloud on the phone. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const LENGTH = 12
/** How long a code lets a PC in, in seconds. */
export const CODE_SECONDS = 7 * 24 * 3600

/**
 * A one-time code that lets one more PC in, valid for seven days: `K7QM-3XWD-9RTB`. Only its hash is kept.
 * Some 59 bits of chance, so that trying them out at HQ is hopeless.
 */
export async function issueEnrolmentCode(
  { db, clock, random }: Pick<Hq, 'db' | 'clock' | 'random'>,
  centreId: string,
): Promise<string> {
  const letters: string[] = []
  // Bytes at or above the last whole multiple are drawn again: taking them modulo would favour the first letters.
  const limit = 256 - (256 % ALPHABET.length)
  while (letters.length < LENGTH)
    for (const byte of random(LENGTH)) if (byte < limit) letters.push(ALPHABET[byte % ALPHABET.length] ?? '')
  const code = letters.slice(0, LENGTH).join('')
  const expiresAt = addSeconds(clock.now(), CODE_SECONDS)
  await db
    .insertInto('enrolmentCode')
    .values({ hash: hashOf(code), centreId, expiresAt, usedAt: null, deviceId: null })
    .execute()
  return code.replace(/(.{4})(?=.)/g, '$1-')
}

/** The codes of a centre that nobody used stop working. */
export async function withdrawUnusedCodes({ db }: Pick<Hq, 'db'>, centreId: string): Promise<void> {
  await db.deleteFrom('enrolmentCode').where('centreId', '=', centreId).where('usedAt', 'is', null).execute()
}

/** As it is kept: however the code was typed, in small letters, with spaces or without dashes. */
export function hashOf(code: string): string {
  const typed = code.toUpperCase().replace(/[^0-9A-Z]/g, '')
  return createHash('sha256').update(typed).digest('hex')
}
