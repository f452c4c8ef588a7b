import { canMove, MOVES } from '../../domain/entry.ts'
import { toValue } from '../db/rows.ts'
import { inTransaction } from '../db/transaction.ts'
import { publish } from '../feed.ts'
import type { Hq } from '../hq.ts'

/** The candidate gives an entry up, at HQ: while it is requested or pre-validated. Nothing changes otherwise. */
export async function withdrawEntry(
  { db, clock }: Pick<Hq, 'db' | 'clock'>,
  entryId: string,
): Promise<'withdrawn' | 'not-found' | 'wrong-status'> {
  return inTransaction(db, async (tx) => {
    const row = await tx.selectFrom('entry').selectAll().where('id', '=', entryId).forNoKeyUpdate().executeTakeFirst()
    if (!row) return 'not-found'
    const at = clock.now()
    const entry = toValue('entry', row)
    if (!canMove(entry, 'withdraw', at)) return 'wrong-status'
    const value = { ...entry, status: MOVES.withdraw.to }
    await publish(tx, { centreId: row.centreId, commandId: null, at, writes: [{ entity: 'entry', value }] })
    return 'withdrawn'
  })
}
