import { addressKey } from '../../domain/registration.ts'
import { inTransaction } from '../db/transaction.ts'
import type { Hq } from '../hq.ts'
import type { PageRefusal } from '../page-error.ts'
import { tryPassword } from '../password-tries.ts'
import { lockAccount } from './account-links.ts'
import { openSession } from './account-sessions.ts'

/**
 * Signs in by the NUC or the confirmed address. As slow for a login that nobody has as for a wrong password.
 * Refuses: wrong-login, too-many-tries.
 * @returns the secret of the session, for its cookie alone
 */
export async function signIn(
  hq: Pick<Hq, 'db' | 'clock' | 'random'>,
  login: string,
  password: string,
): Promise<{ secret: string } | PageRefusal> {
  const account = await accountOf(hq, login)
  const tried = { of: 'candidate', accountId: account?.id ?? null, login } as const
  const refusal = await tryPassword(hq, tried, { password, kept: account?.passwordHash ?? null })
  if (!account || refusal) return refusal ?? { refused: 'wrong-login' }
  return inTransaction(hq.db, async (tx) => {
    const now = await lockAccount(tx, account.id)
    // A password or an address changed at this very moment ends every session: this one too.
    if (now?.passwordHash !== account.passwordHash || now?.emailKey !== account.emailKey)
      return { refused: 'wrong-login' }
    return { secret: await openSession(tx, hq, account.id) }
  })
}

async function accountOf({ db }: Pick<Hq, 'db'>, login: string) {
  const confirmed = db
    .selectFrom('account')
    .innerJoin('candidate', 'candidate.id', 'account.candidateId')
    .select(['account.id', 'account.passwordHash', 'account.emailKey'])
    .where('account.confirmedAt', 'is not', null)
  const found = login.includes('@')
    ? confirmed.where('account.emailKey', '=', addressKey(login))
    : confirmed.where('candidate.nuc', '=', login.trim().toUpperCase())
  return found.executeTakeFirst()
}
