import { sql } from 'kysely'
import type { UntoldBy } from '../../domain/commands/release.ts'
import type { Entry } from '../../domain/entry.ts'
import { uuidV7 } from '../../domain/ids.ts'
import type { Tx } from '../db/open.ts'
import { publish } from '../feed.ts'
import type { Hq } from '../hq.ts'

/** The code of the line in « À revoir » about a pre-validation mail that was given up. */
const UNDELIVERED = 'mail-undelivered'
/** The mails that say until when to pay. */
const TELLING = ['prevalidated', 'extended', 'reminder']

/**
 * Tells the centre that a mail about a seat to pay was given up: the candidate does not know of the deadline that runs. Who it is, the
 * rows say. Must be the last thing that its transaction does (`publish`). Nothing for other mails, nor for seats that are held no more.
 */
export async function tellUndelivered(tx: Tx, hq: Pick<Hq, 'clock' | 'random'>, mailId: string): Promise<void> {
  const mail = await tx
    .selectFrom('mail')
    .select(['centreId', 'entryIds'])
    .where('id', '=', mailId)
    .where('name', '=', 'prevalidated')
    .where('status', '=', 'failed')
    .executeTakeFirst()
  if (!mail?.centreId || mail.entryIds.length === 0) return
  const { centreId } = mail
  const entries = await tx
    .selectFrom('entry')
    .select(['id', 'requestId'])
    .where('centreId', '=', centreId)
    .where('id', 'in', mail.entryIds)
    .where('status', '=', 'prevalidated')
    .orderBy('id')
    .execute()
  const [first] = entries
  if (!first) return
  const at = hq.clock.now()
  const value = {
    id: uuidV7(at, hq.random(16)),
    // No command is behind it: HQ found out by itself.
    commandId: uuidV7(at, hq.random(16)),
    ...({ kind: 'notice', name: 'mail', code: UNDELIVERED, detail: null } as const),
    ...{ requestId: first.requestId, entryIds: entries.map(({ id }) => id), paymentId: null },
    ...{ deviceName: '', operatorName: '', doneAt: at, judgedAt: at, dependents: [] },
  }
  await publish(tx, { centreId, commandId: null, at, writes: [{ entity: 'reviewItem', value }] })
}

/**
 * Of these pre-validated entries, those whose candidate was not told until when to pay: no mail that says it has left, and one was tried.
 * `waiting`: it is tried again, and its deadline will run from then. `failed`: it was given up, and nobody has settled the line about
 * it yet, hence nobody says that they called. An HQ that sends no mails at all never tries one.
 */
export async function untoldEntries(
  tx: Tx,
  centreId: string,
  entries: readonly Entry[],
): Promise<Map<string, UntoldBy>> {
  const untold = new Map<string, UntoldBy>()
  for (const { id, candidateId, status, prevalidatedAt } of entries) {
    if (status !== 'prevalidated' || prevalidatedAt === null) continue
    const mails = await tx
      .selectFrom('mail')
      .select(['status', 'attempts'])
      .where('candidateId', '=', candidateId)
      .where('name', 'in', TELLING)
      .where('queuedAt', '>=', prevalidatedAt)
      .where(sql<boolean>`entry_ids @> ${JSON.stringify([id])}::jsonb`)
      .execute()
    if (mails.some((mail) => mail.status === 'sent')) continue
    if (mails.some((mail) => ['waiting', 'sending'].includes(mail.status) && mail.attempts > 0))
      untold.set(id, 'waiting')
    else if (mails.some((mail) => mail.status === 'failed') && !(await isSettled(tx, centreId, id)))
      untold.set(id, 'failed')
  }
  return untold
}

async function isSettled(tx: Tx, centreId: string, entryId: string): Promise<boolean> {
  const settled = await tx
    .selectFrom('reviewItem')
    .innerJoin('reviewSettlement', (join) =>
      join
        .onRef('reviewSettlement.centreId', '=', 'reviewItem.centreId')
        .onRef('reviewSettlement.reviewItemId', '=', 'reviewItem.id'),
    )
    .select('reviewItem.id')
    .where('reviewItem.centreId', '=', centreId)
    .where('reviewItem.code', '=', UNDELIVERED)
    .where(sql<boolean>`review_item.entry_ids @> ${JSON.stringify([entryId])}::jsonb`)
    .limit(1)
    .executeTakeFirst()
  return settled !== undefined
}
