import { fullName } from '../../domain/candidate.ts'
import type { Instant } from '../../domain/time.ts'
import type { Tx } from '../db/open.ts'
import { toValue } from '../db/rows.ts'
import { inTransaction } from '../db/transaction.ts'
import { publish } from '../feed.ts'
import type { Hq } from '../hq.ts'
import { PAGES } from '../mail/page-paths.ts'
import { queueMail } from '../mail/queue-mail.ts'
import { applyAddress, lockAccountOf } from './apply-address.ts'
import { clearAddress, lockAddress } from './lock-address.ts'
import { reviewOfChange } from './stop-address-change.ts'

const EVERY_MS = 60 * 1000

type Needed = Pick<Hq, 'db' | 'clock' | 'random' | 'reportBug' | 'log'>

/**
 * Makes effective the changes of address whose 24 hours are over. One whose address another account has by now is dropped: the old
 * address stays and is told, the centre finds it under « À revoir ». Instances that do it at the same moment do each once. One that
 * cannot be done is reported and tried again the next time; the others are done.
 * @returns how many were settled
 */
export async function changeAddressesDue(hq: Needed): Promise<number> {
  const now = hq.clock.now()
  const due = await hq.db
    .selectFrom('candidate')
    .select(['id', 'emailNext'])
    .where('emailChangesAt', '<=', now)
    .orderBy('emailChangesAt')
    .execute()
  let settled = 0
  for (const { id, emailNext } of due)
    try {
      if (await inTransaction(hq.db, (tx) => changeOne(tx, hq, { id, email: emailNext ?? '', now }))) settled += 1
    } catch (error) {
      hq.reportBug(error, `change of address of the candidate ${id}`)
    }
  return settled
}

type Due = { id: string; email: string; now: Instant }

async function changeOne(tx: Tx, hq: Needed, { id, email, now }: Due): Promise<boolean> {
  await lockAddress(tx, email)
  await lockAccountOf(tx, id)
  const row = await tx
    .selectFrom('candidate')
    .selectAll()
    .where('id', '=', id)
    .where('emailNext', '=', email)
    .where('emailChangesAt', '<=', now)
    .forNoKeyUpdate()
    .skipLocked()
    .executeTakeFirst()
  if (!row) return false
  const candidate = toValue('candidate', row)
  const isClear = await clearAddress(tx, email, id)
  const change = await tx
    .updateTable('addressChange')
    .set({ status: isClear ? 'done' : 'taken', settledAt: now })
    .where('candidateId', '=', id)
    .where('madeBy', '=', 'centre')
    .where('status', '=', 'waiting')
    .returning(['id', 'centreId'])
    .executeTakeFirst()
  const centreId = change?.centreId ?? null
  if (isClear) {
    await applyAddress(tx, hq, { candidate, email, centreId, keepSession: null, tell: ['old', 'new'] })
    return true
  }
  if (candidate.email !== '')
    await queueMail(tx, hq, {
      name: 'address-kept',
      data: { name: fullName(candidate), why: 'taken', spaceLink: PAGES.space },
      recipient: candidate.email,
    })
  const refusal = { code: 'address-taken' as const }
  const review =
    change && centreId !== null ? await reviewOfChange(tx, hq, { id: change.id, centreId, at: now, refusal }) : []
  const value = { ...candidate, emailNext: null, emailChangesAt: null }
  await publish(tx, { centreId, commandId: null, at: now, writes: [{ entity: 'candidate', value }, ...review] })
  return true
}

/**
 * Changes what is due now and every minute.
 * @returns what ends it
 */
export function changeAddressesRegularly(hq: Needed): () => Promise<void> {
  let running = Promise.resolve()
  const run = () => {
    running = running
      .then(() => changeAddressesDue(hq))
      .then((settled) => hq.log?.[settled > 0 ? 'info' : 'debug']({ settled }, 'addresses changed'))
      .catch((error: unknown) => hq.reportBug(error, 'changes of address'))
  }
  run()
  const timer = setInterval(run, EVERY_MS).unref()
  return async () => {
    clearInterval(timer)
    await running
  }
}
