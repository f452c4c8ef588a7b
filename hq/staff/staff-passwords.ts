import { hashPassword } from '../candidates/password-hash.ts'
import { hashSecret } from '../candidates/secret-text.ts'
import { inTransaction } from '../db/transaction.ts'
import type { Hq } from '../hq.ts'
import type { PageRefusal } from '../page-error.ts'
import { forgetTries, tryPassword } from '../password-tries.ts'
import { noteAct } from './note-act.ts'
import { staffAt } from './staff-accounts.ts'
import { closeStaffSessions, openStaffSession } from './staff-sessions.ts'

type Needed = Pick<Hq, 'db' | 'clock' | 'random'>

/**
 * Signs a member of staff in. As slow for an address that nobody has, or whose account is closed, as for a wrong password.
 * Refuses: wrong-login, too-many-tries.
 * @returns the secret of the session, for its cookie alone
 */
export async function signInStaff(
  hq: Needed,
  email: string,
  password: string,
): Promise<{ secret: string } | PageRefusal> {
  const account = await staffAt(hq.db, email).executeTakeFirst()
  const tried = { of: 'staff', accountId: account?.id ?? null, login: email } as const
  const refusal = await tryPassword(hq, tried, { password, kept: account?.passwordHash ?? null })
  if (!account || refusal) return refusal ?? { refused: 'wrong-login' }
  return inTransaction(hq.db, async (tx) => {
    const now = await staffAt(tx, email).forNoKeyUpdate().executeTakeFirst()
    // A password changed, or an account closed, at this very moment ends every session: this one too.
    const unchanged = now?.passwordHash === account.passwordHash && now.closedAt === null
    return unchanged ? { secret: await openStaffSession(tx, hq, account.id) } : { refused: 'wrong-login' }
  })
}

/** The password that its owner chooses by the link of the command line; their sessions end. Refuses: link-expired, link-used. */
export async function choosePassword(hq: Needed, secret: string, password: string): Promise<object | PageRefusal> {
  // Before anything is locked: it takes its time.
  const passwordHash = await hashPassword(password, hq.random)
  return inTransaction(hq.db, async (tx) => {
    const at = hq.clock.now()
    // Of two who use it at once, the second waits here and then finds it used.
    const link = await tx
      .selectFrom('staffLink')
      .selectAll()
      .where('hash', '=', hashSecret(secret))
      .forUpdate()
      .executeTakeFirst()
    if (!link) return { refused: 'link-expired' }
    if (link.usedAt !== null) return { refused: 'link-used' }
    if (link.expiresAt <= at) return { refused: 'link-expired' }
    const { staffId } = link
    await tx.updateTable('staffLink').set({ usedAt: at }).where('hash', '=', link.hash).execute()
    await tx.updateTable('staffAccount').set({ passwordHash }).where('id', '=', staffId).execute()
    await closeStaffSessions(tx, staffId)
    await forgetTries(tx, { of: 'staff', accountId: staffId })
    await noteAct(tx, hq, { staffId, act: 'account.password', about: staffId })
    return {}
  })
}
