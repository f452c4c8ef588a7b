import { addSeconds, type Instant } from '../../domain/time.ts'
import type { HqDatabase, Tx } from '../db/open.ts'
import { inTransaction } from '../db/transaction.ts'
import { doRegularly } from '../do-regularly.ts'
import type { Hq } from '../hq.ts'
import { TRIES_KEPT_SECONDS } from '../password-tries.ts'
import { CONFIRM_SECONDS } from './account-links.ts'

const EVERY_MS = 3600 * 1000
const BATCH = 200
/** A link that was followed is still known as such for a while: its owner may follow it again. */
const LINKS_KEPT_SECONDS = 30 * 24 * 3600
/** A year of sessions and a month: what was told, and what was missing, can still be looked up when the same session comes round. */
const MAILS_KEPT_SECONDS = 400 * 24 * 3600
/** As long as the mails that told of them: who asked, and on what proof, is looked up when somebody objects. */
const CHANGES_KEPT_SECONDS = MAILS_KEPT_SECONDS
const NO_CENTRE_KEPT_SECONDS = 400 * 24 * 3600

/**
 * Erases the accounts whose address was not confirmed in 48 hours, with what they had sent; what strangers sent at known
 * addresses; the sessions that are over; old links, those of addresses that were not changed; after 400 days, changes of address and mails that are settled, and what was asked for in vain.
 * Instances that do it at the same moment leave one another's accounts alone.
 * @returns how many accounts were erased
 */
export async function forgetUnconfirmed(db: HqDatabase, now: Instant, batch = BATCH): Promise<number> {
  let forgotten = 0
  for (let some = batch; some === batch; forgotten += some)
    some = await inTransaction(db, (tx) => forgetSome(tx, addSeconds(now, -CONFIRM_SECONDS), batch))
  await db
    .deleteFrom('submission')
    .where('status', 'in', ['known', 'waiting'])
    .where('receivedAt', '<=', addSeconds(now, -CONFIRM_SECONDS))
    .execute()
  await db.deleteFrom('accountSession').where('expiresAt', '<=', now).execute()
  await db.deleteFrom('passwordTry').where('lastAt', '<=', addSeconds(now, -TRIES_KEPT_SECONDS)).execute()
  await db.deleteFrom('staffSession').where('expiresAt', '<=', now).execute()
  await db.deleteFrom('staffLink').where('expiresAt', '<=', addSeconds(now, -LINKS_KEPT_SECONDS)).execute()
  await db.deleteFrom('accountLink').where('expiresAt', '<=', addSeconds(now, -LINKS_KEPT_SECONDS)).execute()
  await db
    .deleteFrom('addressChange')
    .where('madeBy', '=', 'candidate')
    .where('status', '<>', 'done')
    .where('validUntil', '<=', addSeconds(now, -LINKS_KEPT_SECONDS))
    .execute()
  await db
    .updateTable('addressChange')
    .set({ linkHash: null, stopHash: null })
    .where('settledAt', '<=', addSeconds(now, -LINKS_KEPT_SECONDS))
    .where(({ eb, or }) => or([eb('linkHash', 'is not', null), eb('stopHash', 'is not', null)]))
    .execute()
  await db.deleteFrom('addressChange').where('settledAt', '<=', addSeconds(now, -CHANGES_KEPT_SECONDS)).execute()
  await db
    .deleteFrom('mail')
    .where('status', 'in', ['sent', 'dropped', 'failed'])
    .where('queuedAt', '<=', addSeconds(now, -MAILS_KEPT_SECONDS))
    .execute()
  await db.deleteFrom('noCentreRequest').where('receivedAt', '<=', addSeconds(now, -NO_CENTRE_KEPT_SECONDS)).execute()
  return forgotten
}

async function forgetSome(tx: Tx, before: Instant, batch: number): Promise<number> {
  const old = await tx
    .selectFrom('account')
    .select('id')
    .where('confirmedAt', 'is', null)
    .where('createdAt', '<=', before)
    .orderBy('createdAt')
    .limit(batch)
    .forUpdate()
    .skipLocked()
    .execute()
  if (old.length > 0)
    await tx
      .deleteFrom('account')
      .where(
        'id',
        'in',
        old.map(({ id }) => id),
      )
      .execute()
  return old.length
}

/**
 * Erases what was not confirmed in time, now and every hour.
 * @returns what ends it
 */
export function forgetUnconfirmedHourly(hq: Pick<Hq, 'db' | 'clock' | 'reportBug' | 'log'>): () => Promise<void> {
  const work = () => forgetUnconfirmed(hq.db, hq.clock.now())
  return doRegularly(hq, { name: 'unconfirmed accounts erased', everyMs: EVERY_MS, work })
}
