import { sql } from 'kysely'
import type { Instant } from '../../domain/time.ts'
import type { Tx } from '../db/open.ts'
import { isMailboxGone } from '../mail/mailbox-gone.ts'

/**
 * How an HQ tells: `sends` mails, now or once it can; or only `shows` them, as one without mail server does for a demonstration, where
 * whoever is concerned reads them as soon as they are queued.
 */
export type TellingOf = 'sends' | 'shows'

type Told = { id: string; fromEmail: string; askedAt: Instant }

/**
 * When the old address was told of a change that a centre asked: its mail left, or its mailbox exists no more (why most people ask). One
 * without address has nothing to be told. Null as long as the mail waits; and for ever when it was given up for another reason, since
 * somebody may still read there.
 */
export async function toldAtOf(
  tx: Tx,
  { id, fromEmail, askedAt }: Told,
  { now, telling }: { now: Instant; telling: TellingOf },
): Promise<Instant | null> {
  if (fromEmail === '' || telling === 'shows') return askedAt
  const mail = await mailOfChange(tx, id, 'address-changing')
  if (mail?.status === 'failed') return isMailboxGone(mail.trouble) ? now : null
  return mail?.sentAt ?? null
}

/** The mail of this name about a change of address. */
export async function mailOfChange(tx: Tx, changeId: string, name: 'address-changing' | 'address-coming') {
  return tx
    .selectFrom('mail')
    .select(['status', 'sentAt', 'trouble'])
    .where('name', '=', name)
    .where(sql<string>`data ->> 'changeId'`, '=', changeId)
    .executeTakeFirst()
}
