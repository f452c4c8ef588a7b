import { inTransaction } from '../db/transaction.ts'
import type { Hq } from '../hq.ts'
import type { PageRefusal } from '../page-error.ts'
import { applyAddress, lockAccountOf, lockCandidate } from './apply-address.ts'
import { clearAddress, lockAddress } from './lock-address.ts'
import { hashSecret } from './secret-text.ts'

type Needed = Pick<Hq, 'db' | 'clock' | 'random'>

/**
 * The link at the new address: it takes the place of the old one. Of two who follow links to one address, the second finds it taken.
 * @param keepSession the hash of the session that it is followed from, which goes on; the others of the account end
 * Refuses: link-expired, link-used, link-stopped, address-taken.
 */
export async function followAddressLink(
  hq: Needed,
  secret: string,
  keepSession: string | null,
): Promise<object | PageRefusal> {
  const linkHash = hashSecret(secret)
  return inTransaction(hq.db, async (tx) => {
    const read = tx.selectFrom('addressChange').selectAll().where('linkHash', '=', linkHash)
    const seen = await read.executeTakeFirst()
    if (!seen) return { refused: 'link-expired' }
    await lockAddress(tx, seen.toEmail)
    await lockAccountOf(tx, seen.candidateId)
    const candidate = await lockCandidate(tx, seen.candidateId)
    const { id, status, toEmail, validUntil } = await read.executeTakeFirstOrThrow()
    const at = hq.clock.now()
    if (status === 'done') return { refused: 'link-used' }
    if (status === 'stopped') return { refused: 'link-stopped' }
    if (status === 'taken') return { refused: 'address-taken' }
    if (status !== 'waiting' || validUntil <= at || !candidate) return { refused: 'link-expired' }
    const isClear = await clearAddress(tx, toEmail, candidate.id)
    await tx
      .updateTable('addressChange')
      .set({ status: isClear ? 'done' : 'taken', settledAt: at })
      .where('id', '=', id)
      .execute()
    if (!isClear) return { refused: 'address-taken' }
    await applyAddress(tx, hq, { candidate, email: toEmail, centreId: null, keepSession, tell: ['old'] })
    return {}
  })
}
