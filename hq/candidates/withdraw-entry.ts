import { canMove, MOVES } from '../../domain/entry.ts'
import { toValue } from '../db/rows.ts'
import { inTransaction } from '../db/transaction.ts'
import { publish } from '../feed.ts'
import type { Hq } from '../hq.ts'
import { announce } from '../mail/announce.ts'

/**
 * The candidate gives an entry up, at HQ: while it is requested or pre-validated; a mail says so. Nothing changes otherwise.
 * @param candidateId whose entry it must be; anybody's when HQ acts for the candidate
 */
export async function withdrawEntry(
  hq: Pick<Hq, 'db' | 'clock' | 'random'>,
  entryId: string,
  candidateId: string | null = null,
): Promise<'withdrawn' | 'not-found' | 'wrong-status'> {
  return inTransaction(hq.db, async (tx) => {
    const row = await tx
      .selectFrom('entry')
      .selectAll()
      .where('id', '=', entryId)
      .$if(candidateId !== null, (query) => query.where('candidateId', '=', candidateId ?? ''))
      .forNoKeyUpdate()
      .executeTakeFirst()
    if (!row) return 'not-found'
    const at = hq.clock.now()
    const { centreId } = row
    const entry = toValue('entry', row)
    if (!canMove(entry, 'withdraw', at)) return 'wrong-status'
    const value = { ...entry, status: MOVES.withdraw.to, proposedOfferingId: null }
    const writes = [{ entity: 'entry' as const, value }]
    await announce(tx, hq, { centreId, writes })
    await publish(tx, { centreId, commandId: null, at, writes })
    return 'withdrawn'
  })
}
