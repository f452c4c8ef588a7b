import type { Tx } from '../db/open.ts'
import type { Hq } from '../hq.ts'
import type { PageRefusal } from '../page-error.ts'
import { tryPassword } from '../password-tries.ts'
import { lockAccount } from './account-links.ts'
import type { SignedIn } from './account-sessions.ts'

/**
 * The password of somebody signed in, asked again before something that only they may do.
 * Refuses: wrong-login, too-many-tries.
 * @returns what it was compared with, for `lockWithPassword`
 */
export async function askPassword(
  hq: Pick<Hq, 'db' | 'clock'>,
  { accountId }: Pick<SignedIn, 'accountId'>,
  password: string,
): Promise<{ passwordHash: string | null } | PageRefusal> {
  const { passwordHash } = await hq.db
    .selectFrom('account')
    .select('passwordHash')
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow()
  const tried = { of: 'signed-in', accountId, login: '' } as const
  const refusal = await tryPassword(hq, tried, { password, kept: passwordHash })
  return refusal ?? { passwordHash }
}

/** The account, locked; null when its password was changed elsewhere since it was asked: what was typed no longer is it. */
export async function lockWithPassword(tx: Tx, accountId: string, passwordHash: string | null) {
  const account = await lockAccount(tx, accountId)
  return account?.passwordHash === passwordHash ? account : null
}
