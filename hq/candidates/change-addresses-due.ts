import type { Selectable } from 'kysely'
import { type Candidate, spokenName } from '../../domain/candidate.ts'
import { addressChangesAt } from '../../domain/commands/change-address.ts'
import type { RefusalCode } from '../../domain/decision.ts'
import type { Instant } from '../../domain/time.ts'
import type { MailData } from '../../text/mails/mail-data.ts'
import type { Tx } from '../db/open.ts'
import { toValue } from '../db/rows.ts'
import type { HqSchema } from '../db/schema.ts'
import { inTransaction } from '../db/transaction.ts'
import { doRegularly } from '../do-regularly.ts'
import { publish } from '../feed.ts'
import type { Hq } from '../hq.ts'
import { PAGES } from '../mail/page-paths.ts'
import { queueMail } from '../mail/queue-mail.ts'
import { applyAddress } from './apply-address.ts'
import { isFree, lockAddress } from './lock-address.ts'
import { lockAccountOf } from './lock-candidate.ts'
import { reviewOfChange } from './stop-address-change.ts'
import { type TellingOf, toldAtOf } from './told-of-change.ts'

const EVERY_MS = 60 * 1000

type Needed = Pick<Hq, 'db' | 'clock' | 'random' | 'reportBug' | 'log'>
type Change = Selectable<HqSchema['addressChange']>

/**
 * Brings on the changes of address that centres asked: notes when the old address was told, announces from when the new one serves, and
 * makes it effective then. One that nobody proved in time, of which the old address could not be told, or whose address somebody else has by then, is dropped: the old address stays
 * and is told, the centre finds it under « À revoir ». Instances that do it at the same moment do each once. One that cannot be done is
 * reported and tried again the next time; the others are done.
 * @returns how many were settled
 */
export async function changeAddressesDue(hq: Needed, telling: TellingOf = 'sends'): Promise<number> {
  const now = hq.clock.now()
  const pending = await hq.db
    .selectFrom('addressChange')
    .select(['id', 'candidateId', 'toEmail'])
    .where('madeBy', '=', 'centre')
    .where('status', '=', 'waiting')
    .where(({ eb, or }) => or([eb('toldAt', 'is', null), eb('provedAt', 'is not', null), eb('validUntil', '<=', now)]))
    .orderBy('askedAt')
    .execute()
  let settled = 0
  for (const change of pending)
    try {
      if (await inTransaction(hq.db, (tx) => bringOn(tx, hq, change, { now, telling }))) settled += 1
    } catch (error) {
      hq.reportBug(error, `change of address of the candidate ${change.candidateId}`)
    }
  return settled
}

type Pending = Pick<Change, 'id' | 'candidateId' | 'toEmail'>

/** @returns whether it is settled, one way or the other */
async function bringOn(
  tx: Tx,
  hq: Needed,
  { id, candidateId, toEmail }: Pending,
  { now, telling }: { now: Instant; telling: TellingOf },
): Promise<boolean> {
  await lockAddress(tx, toEmail)
  await lockAccountOf(tx, candidateId)
  const row = await tx
    .selectFrom('candidate')
    .selectAll()
    .where('id', '=', candidateId)
    .forNoKeyUpdate()
    .skipLocked()
    .executeTakeFirst()
  const read = tx.selectFrom('addressChange').selectAll().where('id', '=', id).where('status', '=', 'waiting')
  const change = row && (await read.executeTakeFirst())
  if (!change) return false
  const candidate = toValue('candidate', row)
  const toldAt = change.toldAt ?? (await toldAtOf(tx, change, { now, telling }))
  const known = { ...change, toldAt }
  if ((change.provedAt === null || toldAt === null) && change.validUntil <= now)
    return drop(tx, hq, { candidate, change: known, now, why: 'unproven' })
  const changesAt = addressChangesAt(known)
  if (changesAt !== null && changesAt <= now) {
    if (!(await isFree(tx, toEmail, { candidateId, now })))
      return drop(tx, hq, { candidate, change: known, now, why: 'taken' })
    await settle(tx, known, 'done', now)
    const { centreId } = change
    await applyAddress(tx, hq, { candidate, email: toEmail, centreId, keepSession: null, tell: ['old', 'new'] })
    return true
  }
  if (toldAt !== change.toldAt) await tx.updateTable('addressChange').set({ toldAt }).where('id', '=', id).execute()
  await announceInstant(tx, { candidate, changesAt, centreId: change.centreId, at: now })
  return false
}

/** From when the new address serves, in the record that centres see, if it was not known before. Last in its transaction. */
export async function announceInstant(
  tx: Tx,
  {
    candidate,
    changesAt,
    ...meta
  }: { candidate: Candidate; changesAt: Instant | null; centreId: string | null; at: Instant },
): Promise<void> {
  if (candidate.emailChangesAt === changesAt) return
  const value = { ...candidate, emailChangesAt: changesAt }
  await publish(tx, { ...meta, commandId: null, writes: [{ entity: 'candidate', value }] })
}

const CODES = { taken: 'address-taken', unproven: 'address-not-confirmed' } as const satisfies Partial<
  Record<MailData['address-kept']['why'], RefusalCode>
>

type Dropped = { candidate: Candidate; change: Change; now: Instant; why: keyof typeof CODES }

async function drop(tx: Tx, hq: Needed, { candidate, change, now, why }: Dropped): Promise<true> {
  await settle(tx, change, why, now)
  // What was never announced there need not be taken back.
  if (candidate.email !== '' && change.toldAt !== null) {
    const data = { name: spokenName(candidate), why, spaceLink: PAGES.space }
    await queueMail(tx, hq, { name: 'address-kept', data, recipient: candidate.email })
  }
  const { id, centreId } = change
  const fallen = { id, at: now, refusal: { code: CODES[why] } }
  const review = centreId === null ? [] : await reviewOfChange(tx, hq, { ...fallen, centreId })
  const value = { ...candidate, emailNext: null, emailChangesAt: null }
  await publish(tx, { centreId, commandId: null, at: now, writes: [{ entity: 'candidate', value }, ...review] })
  return true
}

async function settle(tx: Tx, { id, toldAt }: Change, status: 'done' | keyof typeof CODES, at: Instant): Promise<void> {
  await tx.updateTable('addressChange').set({ status, toldAt, settledAt: at }).where('id', '=', id).execute()
}

/**
 * Brings them on now and every minute.
 * @returns what ends it
 */
export function changeAddressesRegularly(hq: Needed, telling: TellingOf): () => Promise<void> {
  return doRegularly(hq, {
    name: 'changes of address',
    everyMs: EVERY_MS,
    work: () => changeAddressesDue(hq, telling),
  })
}
