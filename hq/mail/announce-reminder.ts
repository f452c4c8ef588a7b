import { sql } from 'kysely'
import type { Reminder } from '../../domain/candidate.ts'
import { REMINDER_REST_SECONDS } from '../../domain/commands/send-reminder.ts'
import { holdsSeat } from '../../domain/entry.ts'
import { addSeconds, type Instant } from '../../domain/time.ts'
import { lockEntries } from '../commands/lock-entries.ts'
import type { Tx } from '../db/open.ts'
import { toValue } from '../db/rows.ts'
import type { Hq } from '../hq.ts'
import { type EntryNews, entryMailData, hasToPay, queueEntryMail } from './queue-entry-mail.ts'
import { readAwaited } from './read-awaited.ts'

/**
 * Queues the mail by which a centre reminds somebody of a payment, in the transaction of the command. None by phone, nor when it has lost
 * its object by now (paid, on account, released, no address), nor of a seat of which a reminder is waiting or left a moment ago: of two PCs
 * that remind at once, one does.
 */
export async function announceReminder(
  tx: Tx,
  hq: Pick<Hq, 'clock' | 'random'>,
  centreId: string,
  { requestId, candidateId, entryIds, means }: Reminder,
): Promise<void> {
  if (means !== 'mail') return
  const seated = (await lockEntries(tx, centreId, entryIds)).filter(
    (entry) => entry.requestId === requestId && holdsSeat(entry.status),
  )
  const reminded = await whichWereReminded(tx, candidateId, hq.clock.now())
  const notYet = seated.filter(({ id }) => !reminded.has(id))
  const { entries = [] } = (await readAwaited(tx, centreId, notYet)) ?? {}
  const row = await tx.selectFrom('candidate').selectAll().where('id', '=', candidateId).executeTakeFirst()
  if (entries.length === 0 || !row || row.email === '') return
  const news: EntryNews<'reminder'> = {
    ...{ name: 'reminder', centreId, candidate: toValue('candidate', row), entries, written: entries },
    ...{ writtenAt: hq.clock.now(), byCentre: true },
  }
  if (hasToPay(await entryMailData(tx, news))) await queueEntryMail(tx, hq, news)
}

/** Entries of which this candidate has been reminded lately, by whoever it was, or is about to be. */
export async function whichWereReminded(tx: Tx, candidateId: string, now: Instant): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select distinct jsonb_array_elements_text(entry_ids) as id from mail
    where candidate_id = ${candidateId} and name = 'reminder' and status <> 'dropped'
      and (status in ('waiting', 'sending') or queued_at > ${addSeconds(now, -REMINDER_REST_SECONDS)})`.execute(tx)
  return new Set(rows.map(({ id }) => id))
}
