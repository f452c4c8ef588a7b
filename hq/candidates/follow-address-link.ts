import type { Candidate } from '../../domain/candidate.ts'
import { addressChangesAt } from '../../domain/commands/change-address.ts'
import type { Instant } from '../../domain/time.ts'
import type { Tx } from '../db/open.ts'
import { inTransaction } from '../db/transaction.ts'
import type { Hq } from '../hq.ts'
import type { PageRefusal } from '../page-error.ts'
import { applyAddress } from './apply-address.ts'
import { announceInstant } from './change-addresses-due.ts'
import { clearAddress, lockAddress } from './lock-address.ts'
import { lockAccountOf, lockCandidate } from './lock-candidate.ts'
import { hashSecret } from './secret-text.ts'

type Needed = Pick<Hq, 'db' | 'clock' | 'random'>

/**
 * The link at the new address: it takes the place of the old one, at once when the candidate asked for it themselves. Of two who follow
 * links to one address, the second finds it taken. One that a centre gave is proved by it, and serves once the old one had its time to object.
 * @param keepSession the hash of the session that it is followed from, which goes on; the others of the account end
 * @returns whether it serves from now on
 * Refuses: link-expired, link-used, link-stopped, address-taken.
 */
export async function followAddressLink(
  hq: Needed,
  secret: string,
  keepSession: string | null,
): Promise<{ changed: boolean } | PageRefusal> {
  const linkHash = hashSecret(secret)
  return inTransaction(hq.db, async (tx) => {
    const read = tx.selectFrom('addressChange').selectAll().where('linkHash', '=', linkHash)
    const seen = await read.executeTakeFirst()
    if (!seen) return { refused: 'link-expired' }
    await lockAddress(tx, seen.toEmail)
    await lockAccountOf(tx, seen.candidateId)
    const candidate = await lockCandidate(tx, seen.candidateId)
    const change = await read.executeTakeFirstOrThrow()
    const { id, status, toEmail, validUntil } = change
    const at = hq.clock.now()
    if (status === 'stopped') return { refused: 'link-stopped' }
    if (status === 'taken') return { refused: 'address-taken' }
    if (status === 'done' || (status === 'waiting' && change.provedAt !== null)) return { refused: 'link-used' }
    if (status !== 'waiting' || validUntil <= at || !candidate) return { refused: 'link-expired' }
    if (change.madeBy === 'centre') return prove(tx, { candidate, change, at })
    const isClear = await clearAddress(tx, toEmail, candidate.id)
    await tx
      .updateTable('addressChange')
      .set({ status: isClear ? 'done' : 'taken', settledAt: at })
      .where('id', '=', id)
      .execute()
    if (!isClear) return { refused: 'address-taken' }
    await applyAddress(tx, hq, { candidate, email: toEmail, centreId: null, keepSession, tell: ['old'] })
    return { changed: true }
  })
}

type Proved = {
  candidate: Candidate
  change: { id: string; centreId: string | null; toldAt: Instant | null }
  at: Instant
}

async function prove(tx: Tx, { candidate, change, at }: Proved): Promise<{ changed: boolean }> {
  const { id, centreId, toldAt } = change
  await tx.updateTable('addressChange').set({ provedAt: at }).where('id', '=', id).execute()
  await announceInstant(tx, { candidate, changesAt: addressChangesAt({ toldAt, provedAt: at }), centreId, at })
  return { changed: false }
}
