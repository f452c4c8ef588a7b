import type { Selectable } from 'kysely'
import { uuidV7 } from '../../domain/ids.ts'
import { addressKey } from '../../domain/registration.ts'
import { addSeconds, type Instant } from '../../domain/time.ts'
import { drawSecret } from '../candidates/secret-text.ts'
import type { HqDatabase, Tx } from '../db/open.ts'
import type { HqSchema } from '../db/schema.ts'
import { inTransaction } from '../db/transaction.ts'
import type { Hq } from '../hq.ts'
import { noteAct } from './note-act.ts'
import { closeStaffSessions } from './staff-sessions.ts'

/** How long the link to choose a password works, in seconds. */
const LINK_SECONDS = 48 * 3600

type Needed = Pick<Hq, 'db' | 'clock' | 'random'>
export type StaffAccount = Selectable<HqSchema['staffAccount']>
/** `secret`: of the link by which its owner chooses a password; shown once. */
export type StaffLink = { secret: string; expiresAt: Instant }

/** Lets somebody in, or in again after their account was closed, once they have chosen a password. Refuses an address whose account is open. */
export async function addStaff(hq: Needed, email: string, name: string): Promise<StaffLink | 'known'> {
  return inTransaction(hq.db, async (tx) => {
    const at = hq.clock.now()
    const kept = { email: email.trim(), name: name.trim(), passwordHash: null, createdAt: at, closedAt: null }
    const added = await tx
      .insertInto('staffAccount')
      .values({ id: uuidV7(at, hq.random(16)), emailKey: addressKey(email), ...kept })
      .onConflict((conflict) =>
        conflict.column('emailKey').doUpdateSet(kept).where('staffAccount.closedAt', 'is not', null),
      )
      .returning('id')
      .executeTakeFirst()
    if (!added) return 'known'
    await noteAct(tx, hq, { staffId: null, act: 'account.add', about: added.id })
    return newLink(tx, hq, added.id)
  })
}

/** Another link, for a password that was lost; the one before opens nothing any more. Until it is used nothing else changes. */
export async function linkStaff(hq: Needed, email: string): Promise<StaffLink | 'unknown' | 'closed'> {
  return inTransaction(hq.db, async (tx) => {
    const account = await lockStaff(tx, email)
    if (!account) return 'unknown'
    if (account.closedAt !== null) return 'closed'
    await noteAct(tx, hq, { staffId: null, act: 'account.link', about: account.id })
    return newLink(tx, hq, account.id)
  })
}

/** Shuts somebody out at once: their sessions end, their password and links open nothing. */
export async function closeStaff(hq: Needed, email: string): Promise<'closed' | 'unknown' | 'closed-before'> {
  return inTransaction(hq.db, async (tx) => {
    const account = await lockStaff(tx, email)
    if (!account) return 'unknown'
    if (account.closedAt !== null) return 'closed-before'
    const closed = { closedAt: hq.clock.now(), passwordHash: null }
    await tx.updateTable('staffAccount').set(closed).where('id', '=', account.id).execute()
    await closeStaffSessions(tx, account.id)
    await dropLinks(tx, account.id)
    await noteAct(tx, hq, { staffId: null, act: 'account.close', about: account.id })
    return 'closed'
  })
}

/** Everybody who is or was let in, by address; `linkUntil`: until when a link waits to be used. */
export async function listStaff({ db, clock }: Pick<Hq, 'db' | 'clock'>) {
  const accounts = await db.selectFrom('staffAccount').selectAll().orderBy('emailKey').execute()
  const links = await db
    .selectFrom('staffLink')
    .select(['staffId', 'expiresAt'])
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', clock.now())
    .execute()
  return accounts.map(({ id, email, name, passwordHash, closedAt }) => ({
    ...{ email, name, closedAt, hasPassword: passwordHash !== null },
    linkUntil: links.find(({ staffId }) => staffId === id)?.expiresAt ?? null,
  }))
}

/** The account at an address, as it stands. */
export function staffAt(db: HqDatabase | Tx, email: string) {
  return db.selectFrom('staffAccount').selectAll().where('emailKey', '=', addressKey(email))
}

/** Locked: whatever changes it, or signs in with it, waits for its turn. */
function lockStaff(tx: Tx, email: string): Promise<StaffAccount | undefined> {
  return staffAt(tx, email).forNoKeyUpdate().executeTakeFirst()
}

async function newLink(tx: Tx, hq: Needed, staffId: string): Promise<StaffLink> {
  await dropLinks(tx, staffId)
  const { secret, hash } = drawSecret(hq)
  const expiresAt = addSeconds(hq.clock.now(), LINK_SECONDS)
  await tx.insertInto('staffLink').values({ hash, staffId, expiresAt, usedAt: null }).execute()
  return { secret, expiresAt }
}

/** Those that were used stay known as such for a while. */
async function dropLinks(tx: Tx, staffId: string): Promise<void> {
  await tx.deleteFrom('staffLink').where('staffId', '=', staffId).where('usedAt', 'is', null).execute()
}
