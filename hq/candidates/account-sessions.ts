import { addSeconds, type Instant } from '../../domain/time.ts'
import type { HqDatabase, Tx } from '../db/open.ts'
import type { Hq } from '../hq.ts'
import { drawSecret, hashSecret } from './secret-text.ts'

/** Half a day, not prolonged: candidates sit at PCs of training centres and libraries, where the next person follows. */
const SESSION_SECONDS = 12 * 3600

export type SignedIn = { accountId: string; candidateId: string; sessionHash: string }

/** Signs an account in. @returns the secret of the session, for its cookie alone */
export async function openSession(
  db: HqDatabase | Tx,
  { clock, random }: Pick<Hq, 'clock' | 'random'>,
  accountId: string,
): Promise<string> {
  const { secret, hash } = drawSecret({ random })
  const expiresAt = addSeconds(clock.now(), SESSION_SECONDS)
  await db.insertInto('accountSession').values({ hash, accountId, expiresAt }).execute()
  return secret
}

/** Whose session it is; null when it is unknown, ended or over. */
export async function readSession(db: HqDatabase, secret: string, at: Instant): Promise<SignedIn | null> {
  const sessionHash = hashSecret(secret)
  const account = await db
    .selectFrom('accountSession')
    .innerJoin('account', 'account.id', 'accountSession.accountId')
    .select(['account.id', 'account.candidateId'])
    .where('accountSession.hash', '=', sessionHash)
    .where('accountSession.expiresAt', '>', at)
    .executeTakeFirst()
  return account?.candidateId ? { accountId: account.id, candidateId: account.candidateId, sessionHash } : null
}

export async function closeSession(db: HqDatabase, secret: string): Promise<void> {
  await db.deleteFrom('accountSession').where('hash', '=', hashSecret(secret)).execute()
}

/** Signs an account out everywhere, or everywhere but here. */
export async function closeSessions(tx: Tx, accountId: string, but: string | null = null): Promise<void> {
  await tx
    .deleteFrom('accountSession')
    .where('accountId', '=', accountId)
    .$if(but !== null, (query) => query.where('hash', '<>', but ?? ''))
    .execute()
}
