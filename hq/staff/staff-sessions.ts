import { addSeconds, type Instant } from '../../domain/time.ts'
import { drawSecret, hashSecret } from '../candidates/secret-text.ts'
import type { HqDatabase, Tx } from '../db/open.ts'
import type { Hq } from '../hq.ts'

/** A day's work, not prolonged. */
const SESSION_SECONDS = 12 * 3600

/** A member of HQ's staff who is signed in. */
export type StaffMember = { staffId: string; name: string }

/** @returns the secret of the session, for its cookie alone */
export async function openStaffSession(
  tx: Tx,
  { clock, random }: Pick<Hq, 'clock' | 'random'>,
  staffId: string,
): Promise<string> {
  const { secret, hash } = drawSecret({ random })
  await tx
    .insertInto('staffSession')
    .values({ hash, staffId, expiresAt: addSeconds(clock.now(), SESSION_SECONDS) })
    .execute()
  return secret
}

/** Whose session it is; null when it is unknown, ended or over, or its account closed. */
export async function readStaffSession(db: HqDatabase, secret: string, at: Instant): Promise<StaffMember | null> {
  const found = await db
    .selectFrom('staffSession')
    .innerJoin('staffAccount', 'staffAccount.id', 'staffSession.staffId')
    .select(['staffAccount.id as staffId', 'staffAccount.name'])
    .where('staffSession.hash', '=', hashSecret(secret))
    .where('staffSession.expiresAt', '>', at)
    .where('staffAccount.closedAt', 'is', null)
    .executeTakeFirst()
  return found ?? null
}

export async function closeStaffSession(db: HqDatabase, secret: string): Promise<void> {
  await db.deleteFrom('staffSession').where('hash', '=', hashSecret(secret)).execute()
}

/** Signs a member of staff out everywhere. */
export async function closeStaffSessions(tx: Tx, staffId: string): Promise<void> {
  await tx.deleteFrom('staffSession').where('staffId', '=', staffId).execute()
}
