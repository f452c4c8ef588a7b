import { addSeconds, type Instant } from '../../domain/time.ts'
import type { Tx } from '../db/open.ts'
import { inTransaction } from '../db/transaction.ts'
import type { Hq } from '../hq.ts'
import { makeFit } from './make-fit.ts'
import { forgetLink } from './settle-mail.ts'

/** Longer than any sending lasts, so that nobody else takes a mail that is on its way. */
const CLAIM_SECONDS = 5 * 60

/** A mail that this instance alone may send until its claim runs out. `attempts` tells this claim from a later one. */
export type ClaimedMail = {
  id: string
  name: string
  data: unknown
  recipient: string
  messageId: string
  queuedAt: Instant
  attempts: number
}

/**
 * Takes the mail that is due for longest, in one short transaction: whoever else looks passes over it, and it comes back by itself
 * when nothing is heard of it any more. One whose cause has changed meanwhile is held back instead, or made to fit.
 * @returns null when none is due; `held-back` when one was, and will not be sent
 */
export function claimMail(hq: Pick<Hq, 'db' | 'clock'>): Promise<ClaimedMail | 'held-back' | null> {
  return inTransaction(hq.db, async (tx) => {
    const now = hq.clock.now()
    const mail = await nextDue(tx, now)
    if (!mail) return null
    const fit = await makeFit(tx, now, mail)
    if (fit === 'held-back') {
      const data = JSON.stringify(forgetLink(mail.data))
      await tx
        .updateTable('mail')
        .set({ status: 'dropped', claimedUntil: null, data })
        .where('id', '=', mail.id)
        .execute()
      return 'held-back'
    }
    const attempts = mail.attempts + 1
    const claimedUntil = addSeconds(now, CLAIM_SECONDS)
    await tx
      .updateTable('mail')
      .set({ status: 'sending', claimedUntil, attempts, data: JSON.stringify(fit.data) })
      .where('id', '=', mail.id)
      .execute()
    await fit.publish()
    const { id, name, recipient, messageId, queuedAt } = mail
    return { id, name, data: fit.data, recipient, messageId, queuedAt, attempts }
  })
}

function nextDue(tx: Tx, now: Instant) {
  return tx
    .selectFrom('mail')
    .selectAll()
    .where('status', 'in', ['waiting', 'sending'])
    .where('dueAt', '<=', now)
    .where(({ eb, or }) => or([eb('claimedUntil', 'is', null), eb('claimedUntil', '<=', now)]))
    .orderBy('dueAt')
    .orderBy('id')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
}
