import { addressKey } from '../../domain/registration.ts'
import { inTransaction } from '../db/transaction.ts'
import type { Hq } from '../hq.ts'
import { lockAccount } from './account-links.ts'
import { openSession } from './account-sessions.ts'
import { isPassword } from './password-hash.ts'

/**
 * Signs in by the NUC or the confirmed address. As slow for a login that nobody has as for a wrong password.
 * @returns the secret of the session, for its cookie alone; null when login and password open nothing
 */
export async function signIn(
  hq: Pick<Hq, 'db' | 'clock' | 'random'>,
  login: string,
  password: string,
): Promise<string | null> {
  const account = await accountOf(hq, login)
  const fits = await isPassword(password, account?.passwordHash ?? null)
  if (!account || !fits) return null
  return inTransaction(hq.db, async (tx) => {
    const now = await lockAccount(tx, account.id)
    // A password changed at this very moment ends every session: this one too.
    return now?.passwordHash === account.passwordHash ? openSession(tx, hq, account.id) : null
  })
}

async function accountOf({ db }: Pick<Hq, 'db'>, login: string) {
  const confirmed = db
    .selectFrom('account')
    .innerJoin('candidate', 'candidate.id', 'account.candidateId')
    .select(['account.id', 'account.passwordHash'])
    .where('account.confirmedAt', 'is not', null)
  const found = login.includes('@')
    ? confirmed.where('account.emailKey', '=', addressKey(login))
    : confirmed.where('candidate.nuc', '=', login.trim().toUpperCase())
  return found.executeTakeFirst()
}
