import { sql } from 'kysely'
import { SOON_SECONDS } from '../../domain/deadline-timing.ts'
import { addSeconds, type Instant } from '../../domain/time.ts'
import { lockEntries } from '../commands/lock-entries.ts'
import type { Tx } from '../db/open.ts'
import { toValue } from '../db/rows.ts'
import { inTransaction } from '../db/transaction.ts'
import { doRegularly } from '../do-regularly.ts'
import type { Hq } from '../hq.ts'
import { whichWereReminded } from './announce-reminder.ts'
import { type EntryNews, entryMailData, hasToPay, queueEntryMail } from './queue-entry-mail.ts'
import { readAwaited } from './read-awaited.ts'

const EVERY_MS = 10 * 60 * 1000
/** A deadline that ends with its day is recalled as its last day begins. */
const BEFORE_SECONDS = SOON_SECONDS
/** Somebody who was told of the deadline less than this long ago knows. */
const JUST_TOLD_SECONDS = 12 * 3600

type Remindable = Pick<Hq, 'db' | 'clock' | 'random' | 'reportBug' | 'log'>

/**
 * Queues a reminder for each request with a seat whose payment is due within 24 hours and not complete, once a deadline, and not within
 * 12 hours of one that the centre asked for; not for whoever pays on account. Instances that do it at the same moment remind once. A request of which that cannot be told is reported:
 * the others are reminded, and it is tried again the next time.
 * @returns how many were queued
 */
export async function remind(hq: Remindable): Promise<number> {
  const now = hq.clock.now()
  const due = await hq.db
    .selectFrom('entry')
    .select(['centreId', 'requestId'])
    .distinct()
    .where('status', '=', 'prevalidated')
    .where('deadlineAt', '>', now)
    .where('deadlineAt', '<=', addSeconds(now, BEFORE_SECONDS))
    .execute()
  let queued = 0
  for (const { centreId, requestId } of due)
    try {
      if (await inTransaction(hq.db, (tx) => remindOf(tx, hq, { centreId, requestId, now }))) queued += 1
    } catch (error) {
      hq.reportBug(error, `reminder of the request ${requestId}`)
    }
  return queued
}

type Request = { centreId: string; requestId: string; now: Instant }

async function remindOf(tx: Tx, hq: Remindable, { centreId, requestId, now }: Request): Promise<boolean> {
  const rows = await tx
    .selectFrom('entry')
    .select('id')
    .where('centreId', '=', centreId)
    .where('requestId', '=', requestId)
    .execute()
  const locked = await lockEntries(
    tx,
    centreId,
    rows.map(({ id }) => id),
  )
  const seated = locked.filter(({ status }) => status === 'prevalidated')
  const [deadlineAt = null] = seated.flatMap(({ deadlineAt }) => deadlineAt ?? []).sort()
  const entries = seated.filter((entry) => entry.deadlineAt === deadlineAt)
  const [first] = entries
  if (!first || deadlineAt === null || deadlineAt <= now || deadlineAt > addSeconds(now, BEFORE_SECONDS)) return false
  const entryIds = entries.map(({ id }) => id)
  if (await isTold(tx, first.candidateId, entryIds, deadlineAt, now)) return false
  const reminded = await whichWereReminded(tx, first.candidateId, now)
  if (entryIds.some((id) => reminded.has(id))) return false
  const row = await tx.selectFrom('candidate').selectAll().where('id', '=', first.candidateId).executeTakeFirst()
  if (!row || row.email === '') return false
  if (first.deadlineOn === null) throw new Error(`No day to announce: ${first.id}`)
  const awaited = await readAwaited(tx, centreId, entries)
  // Nothing is; or somebody said a later day, once a cheque bounced: it is not the last one.
  if (awaited?.until?.at !== deadlineAt) return false
  const news: EntryNews<'reminder'> = {
    ...{ name: 'reminder', centreId, candidate: toValue('candidate', row), entries: awaited.entries, written: entries },
  }
  if (!hasToPay(await entryMailData(tx, news))) return false
  await queueEntryMail(tx, hq, news)
  return true
}

/**
 * Whether there has been a reminder of this deadline since its last day began, or a mail that says it is still to leave or left a moment
 * ago. One that the centre asked for days before says nothing of the last day.
 */
async function isTold(tx: Tx, candidateId: string, entryIds: readonly string[], deadlineAt: Instant, now: Instant) {
  const told = await tx
    .selectFrom('mail')
    .select('id')
    .where('candidateId', '=', candidateId)
    .where(({ or }) => or(entryIds.map((id) => sql<boolean>`entry_ids @> ${JSON.stringify([id])}::jsonb`)))
    .where(({ eb, and, or }) =>
      or([
        and([
          eb('name', '=', 'reminder'),
          eb('queuedAt', '>=', addSeconds(deadlineAt, -BEFORE_SECONDS)),
          sql<boolean>`data -> 'deadline' ->> 'at' = ${deadlineAt}`,
        ]),
        and([
          eb('name', 'in', ['prevalidated', 'extended']),
          or([eb('status', 'in', ['waiting', 'sending']), eb('queuedAt', '>', addSeconds(now, -JUST_TOLD_SECONDS))]),
        ]),
      ]),
    )
    .limit(1)
    .executeTakeFirst()
  return told !== undefined
}

/**
 * Reminds now and every ten minutes.
 * @returns what ends it
 */
export function remindRegularly(hq: Remindable): () => Promise<void> {
  return doRegularly(hq, { name: 'reminders', everyMs: EVERY_MS, work: () => remind(hq) })
}
