import { createHash } from 'node:crypto'
import { addSeconds, type Instant } from '../domain/time.ts'
import { isPassword } from './candidates/password-hash.ts'
import type { HqDatabase, Tx } from './db/open.ts'
import { inTransaction } from './db/transaction.ts'
import type { Hq } from './hq.ts'
import type { PageRefusal } from './page-error.ts'

/** Anybody mistypes. */
const FREE = 5
const FIRST_WAIT_SECONDS = 60
const LONGEST_WAIT_SECONDS = 15 * 60
/** After a day without a try, all is forgotten. */
export const TRIES_KEPT_SECONDS = 24 * 3600

/**
 * Whose password is tried: an account of candidates or of HQ's staff by its id, or a login that nobody has, as it was typed. Somebody
 * `signed-in` is counted apart: what strangers try at the door does not stop them.
 */
type Tried = { of: 'candidate' | 'signed-in' | 'staff'; accountId: string | null; login: string }

/**
 * Compares a password with what is kept of it, as often as one may.
 * @param kept null when nobody has this login: as slow, and counted alike
 * @returns null when it is the one; else wrong-login, or too-many-tries with when it can be tried again
 */
export async function tryPassword(
  hq: Pick<Hq, 'db' | 'clock'>,
  tried: Tried,
  { password, kept }: { password: string; kept: string | null },
): Promise<PageRefusal | null> {
  const until = await takeTry(hq, tried)
  if (until !== null) return { refused: 'too-many-tries', detail: until }
  if (!(await isPassword(password, kept))) return { refused: 'wrong-login' }
  await forgetTries(hq.db, tried)
  return null
}

/**
 * Takes a try of a password, before it is compared: it counts as failed until `forgetTries`, so that a hundred at once are not a
 * hundred tries. After five failures the next waits for 1, 2, 4, 8, then 15 minutes. A login that nobody has counts alike: the answer
 * does not tell it from one that somebody has. One that is turned away counts for nothing.
 * @returns when it can be tried again; null when it may be tried now
 */
async function takeTry({ db, clock }: Pick<Hq, 'db' | 'clock'>, tried: Tried): Promise<Instant | null> {
  const key = keyOf(tried)
  return inTransaction(db, async (tx) => {
    const at = clock.now()
    await tx
      .insertInto('passwordTry')
      .values({ key, failures: 0, lastAt: at })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    const { failures: before, lastAt } = await tx
      .selectFrom('passwordTry')
      .select(['failures', 'lastAt'])
      .where('key', '=', key)
      .forUpdate()
      .executeTakeFirstOrThrow()
    const failures = at >= addSeconds(lastAt, TRIES_KEPT_SECONDS) ? 0 : before
    const until = addSeconds(lastAt, waitAfter(failures))
    if (at < until) return until
    await tx
      .updateTable('passwordTry')
      .set({ failures: failures + 1, lastAt: at })
      .where('key', '=', key)
      .execute()
    return null
  })
}

/** The right password was typed, or a new one was chosen by mail: tries that failed no longer count. */
export async function forgetTries(db: HqDatabase | Tx, tried: Omit<Tried, 'login'>): Promise<void> {
  await db
    .deleteFrom('passwordTry')
    .where('key', '=', keyOf({ ...tried, login: '' }))
    .execute()
}

/** In seconds. */
export function waitAfter(failures: number): number {
  return failures < FREE ? 0 : Math.min(FIRST_WAIT_SECONDS * 2 ** (failures - FREE), LONGEST_WAIT_SECONDS)
}

/** A hash: of one length, and names nobody. */
function keyOf({ of, accountId, login }: Tried): string {
  const whose = accountId === null ? `login ${login.trim().toLowerCase()}` : `account ${accountId}`
  return createHash('sha256').update(`${of} ${whose}`).digest('base64url')
}
