import { addSeconds, type Instant } from '../../domain/time.ts'
import { inTransaction } from '../db/transaction.ts'
import type { Hq } from '../hq.ts'
import type { ClaimedMail } from './claim-mail.ts'
import type { Delivery } from './smtp-post.ts'
import { tellUndelivered } from './undelivered.ts'

const FIRST_DELAY_SECONDS = 60
const LONGEST_DELAY_SECONDS = 6 * 3600
/** RFC 5321 §4.5.4.1: a sender gives up after four or five days at least. */
const GIVE_UP_SECONDS = 5 * 24 * 3600

/** Writes down what became of a claimed mail; the centre is told of one that it must know to be lost. */
export async function settleMail(
  { db, clock, random }: Pick<Hq, 'db' | 'clock' | 'random'>,
  mail: ClaimedMail,
  delivery: Delivery,
): Promise<void> {
  const now = clock.now()
  if (delivery.kind === 'sent') {
    const data = JSON.stringify(forgetLink(mail.data))
    // Whoever holds the claim by now: it has left, and must not leave again.
    await db
      .updateTable('mail')
      .set({ status: 'sent', sentAt: now, claimedUntil: null, trouble: null, data })
      .where('id', '=', mail.id)
      .execute()
    return
  }
  const { kind, trouble } = delivery
  await inTransaction(db, async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('mail')
      .set(afterTrouble(mail, { trouble, forGood: kind === 'failed' }, now, random))
      .where('id', '=', mail.id)
      // Only while the claim is ours: somebody else may be sending it.
      .where('status', '=', 'sending')
      .where('attempts', '=', mail.attempts)
      .executeTakeFirst()
    if (numUpdatedRows > 0n) await tellUndelivered(tx, { clock, random }, mail.id)
  })
}

/** What is written of a mail that has not left after `attempts`: it is tried again later, for five days, unless it is lost for good. */
export function afterTrouble(
  { queuedAt, attempts, data }: Pick<ClaimedMail, 'queuedAt' | 'attempts' | 'data'>,
  { trouble, forGood }: { trouble: string; forGood: boolean },
  now: Instant,
  random: Hq['random'],
) {
  if (forGood || now >= addSeconds(queuedAt, GIVE_UP_SECONDS))
    return { status: 'failed' as const, claimedUntil: null, trouble, data: JSON.stringify(forgetLink(data)) }
  return { status: 'waiting' as const, claimedUntil: null, trouble, dueAt: nextAttempt(now, attempts, random) }
}

/** Twice as long after each attempt, from a minute to six hours; a quarter more or less, so that mails do not come back all at once. */
export function nextAttempt(now: Instant, attempts: number, random: Hq['random']): Instant {
  const delay = Math.min(FIRST_DELAY_SECONDS * 2 ** (attempts - 1), LONGEST_DELAY_SECONDS)
  const [byte = 0] = random(1)
  return addSeconds(now, Math.round(delay * (0.75 + byte / 510)))
}

/** The link by which an address is confirmed or a password chosen is not kept once it has left: whoever reads the database has no use for it. */
export function forgetLink(data: unknown): unknown {
  return typeof data === 'object' && data !== null && 'link' in data ? { ...data, link: '' } : data
}
