import type { Selectable } from 'kysely'
import { addSeconds, type Instant } from '../../domain/time.ts'
import type { Tx } from '../db/open.ts'
import type { HqSchema } from '../db/schema.ts'
import { inTransaction, sqlState } from '../db/transaction.ts'
import type { Hq } from '../hq.ts'
import { makeFit } from './make-fit.ts'
import { recipientOf } from './recipient-of.ts'
import { afterTrouble, forgetLink } from './settle-mail.ts'
import { tellUndelivered } from './undelivered.ts'

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

type DueMail = Selectable<HqSchema['mail']>

/**
 * Takes the mail that is due for longest, in one short transaction: whoever else looks passes over it, and it comes back by itself
 * when nothing is heard of it any more. One whose cause has changed meanwhile is held back instead, or made to fit.
 * One that cannot be prepared is reported and put off, as if it had not left: those behind it do.
 * @returns null when none is due; `held-back` when one was, and will not be sent now
 */
export async function claimMail(
  hq: Pick<Hq, 'db' | 'clock' | 'random' | 'reportBug'>,
): Promise<ClaimedMail | 'held-back' | null> {
  let taken: DueMail | undefined
  try {
    return await inTransaction(hq.db, async (tx) => {
      // Begun again, it may be about another mail, or fail before there is one.
      taken = undefined
      const now = hq.clock.now()
      taken = await nextDue(tx, now)
      return taken ? await claim(tx, now, taken) : null
    })
  } catch (error) {
    if (!taken) throw error
    const trouble = ['PREPARATION', sqlState(error)].filter(Boolean).join(' ')
    if (await putOff(hq, taken, trouble)) hq.reportBug(error, `preparing the mail ${taken.name} ${taken.id}`)
    return 'held-back'
  }
}

async function claim(tx: Tx, now: Instant, mail: DueMail): Promise<ClaimedMail | 'held-back'> {
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
  const recipient = await recipientOf(tx, mail)
  await tx
    .updateTable('mail')
    .set({ status: 'sending', claimedUntil, attempts, recipient, data: JSON.stringify(fit.data) })
    .where('id', '=', mail.id)
    .execute()
  await fit.publish()
  const { id, name, messageId, queuedAt } = mail
  return { id, name, data: fit.data, recipient, messageId, queuedAt, attempts }
}

/**
 * By itself: the transaction that took the mail is undone, and with it all that it wrote of it.
 * @returns false when somebody else took it in between, who may have put it off for the same reason
 */
async function putOff({ db, clock, random }: Pick<Hq, 'db' | 'clock' | 'random'>, mail: DueMail, trouble: string) {
  const attempts = mail.attempts + 1
  return inTransaction(db, async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('mail')
      .set({ ...afterTrouble({ ...mail, attempts }, { trouble, forGood: false }, clock.now(), random), attempts })
      .where('id', '=', mail.id)
      .where('status', 'in', ['waiting', 'sending'])
      .where('attempts', '=', mail.attempts)
      .executeTakeFirst()
    if (numUpdatedRows > 0n) await tellUndelivered(tx, { clock, random }, mail.id)
    return numUpdatedRows > 0n
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
