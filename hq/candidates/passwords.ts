import { spokenName } from '../../domain/candidate.ts'
import { addressKey } from '../../domain/registration.ts'
import { addSeconds } from '../../domain/time.ts'
import type { Tx } from '../db/open.ts'
import { inTransaction } from '../db/transaction.ts'
import type { Hq } from '../hq.ts'
import { isJustMailed } from '../mail/just-mailed.ts'
import { PAGES } from '../mail/page-paths.ts'
import { queueMail } from '../mail/queue-mail.ts'
import type { PageRefusal } from '../page-error.ts'
import { forgetTries } from '../password-tries.ts'
import {
  issueLink,
  lockAccount,
  NEW_PASSWORD_SECONDS,
  openLink,
  spendLink,
  voidPasswordLinks,
} from './account-links.ts'
import { closeSessions, type SignedIn } from './account-sessions.ts'
import { askPassword, lockWithPassword } from './ask-password.ts'
import { hashPassword } from './password-hash.ts'

type Needed = Pick<Hq, 'db' | 'clock' | 'random'>
type Owner = { id: string; candidateId: string; name: string; nuc: string | null }

/** Mails the NUC, or a link for a new password, to the registered address; nothing when nobody registered there, or it was just mailed. */
export async function recover(hq: Needed, what: 'nuc' | 'password', email: string): Promise<void> {
  await inTransaction(hq.db, async (tx) => {
    const owner = await ownerAt(tx, email)
    if (!owner) return
    const { id: accountId, candidateId, name, nuc } = owner
    const account = await lockAccount(tx, accountId)
    // Left meanwhile: whoever reads it now must be given no way into the account.
    if (account?.emailKey !== addressKey(email)) return
    const recipient = account.email
    const at = hq.clock.now()
    if (await isJustMailed(tx, at, { name: what === 'nuc' ? 'nuc-reminder' : 'new-password', recipient })) return
    if (what === 'nuc') {
      if (nuc) {
        const data = { name, nuc, signInLink: PAGES.signIn }
        await queueMail(tx, hq, { name: 'nuc-reminder', data, recipient, candidateId })
      }
      return
    }
    const expiresAt = addSeconds(at, NEW_PASSWORD_SECONDS)
    const secret = await issueLink(tx, hq, { accountId, purpose: 'new-password', expiresAt })
    const data = { name, link: PAGES.newPassword(secret), validBefore: expiresAt }
    await queueMail(tx, hq, { name: 'new-password', data, recipient })
  })
}

/** A new password by the link that was mailed; every session of the account ends. Refuses: link-expired, link-used. */
export async function resetPassword(hq: Needed, secret: string, password: string): Promise<object | PageRefusal> {
  const passwordHash = await hashPassword(password, hq.random)
  return inTransaction(hq.db, async (tx) => {
    const at = hq.clock.now()
    const link = await openLink(tx, secret, 'new-password', at)
    if ('refused' in link) return link
    await spendLink(tx, link, at)
    await setPassword(tx, hq, link.account.id, { passwordHash, butSession: null })
    return {}
  })
}

/** A new password by somebody signed in; their other sessions end. Refuses: wrong-login, too-many-tries. */
export async function changePassword(
  hq: Needed,
  { accountId, sessionHash }: SignedIn,
  { current, password }: { current: string; password: string },
): Promise<object | PageRefusal> {
  const asked = await askPassword(hq, { accountId }, current)
  if ('refused' in asked) return asked
  const passwordHash = await hashPassword(password, hq.random)
  return inTransaction(hq.db, async (tx) => {
    if (!(await lockWithPassword(tx, accountId, asked.passwordHash))) return { refused: 'wrong-login' }
    await setPassword(tx, hq, accountId, { passwordHash, butSession: sessionHash })
    return {}
  })
}

type NewPassword = { passwordHash: string; butSession: string | null }

async function setPassword(tx: Tx, hq: Needed, accountId: string, { passwordHash, butSession }: NewPassword) {
  await tx.updateTable('account').set({ passwordHash }).where('id', '=', accountId).execute()
  await closeSessions(tx, accountId, butSession)
  // However often somebody else tried: its owner has read the mail.
  for (const where of ['candidate', 'signed-in'] as const) await forgetTries(tx, { of: where, accountId })
  await voidPasswordLinks(tx, accountId)
  const owner = await owners(tx).where('account.id', '=', accountId).executeTakeFirstOrThrow()
  const data = { name: spokenName(owner), recoverLink: PAGES.recover }
  await queueMail(tx, hq, { name: 'password-changed', data, recipient: owner.email })
}

async function ownerAt(tx: Tx, email: string): Promise<Owner | null> {
  const owner = await owners(tx).where('account.emailKey', '=', addressKey(email)).executeTakeFirst()
  return owner ? { ...owner, name: spokenName(owner) } : null
}

/** Accounts whose address is confirmed. */
function owners(tx: Tx) {
  return tx
    .selectFrom('account')
    .innerJoin('candidate', 'candidate.id', 'account.candidateId')
    .select(['account.id', 'account.email', 'candidate.id as candidateId', 'candidate.nuc'])
    .select(['candidate.birthName', 'candidate.usageName', 'candidate.firstNames'])
    .where('account.confirmedAt', 'is not', null)
}
