import type { Write } from '../../domain/entities.ts'
import type { EntryStatus } from '../../domain/entry.ts'
import type { Instant } from '../../domain/time.ts'
import type { Tx } from '../db/open.ts'

/** Ends of an entry of which its row keeps no instant. */
const ENDS: ReadonlySet<EntryStatus> = new Set(['refused', 'withdrawn', 'lapsed'])

/**
 * Remembers when these entries of a centre end, each time that they do: candidates are told it, centres do not need it. To be called
 * before the rows are written: one that is written again as it was has not ended anew.
 */
export async function noteEnds(tx: Tx, centreId: string | null, at: Instant, writes: readonly Write[]): Promise<void> {
  const ended = writes.flatMap(({ entity, value }) => (entity === 'entry' && ENDS.has(value.status) ? [value] : []))
  if (ended.length === 0 || centreId === null) return
  const rows = await tx
    .selectFrom('entry')
    .select(['id', 'status'])
    .where('centreId', '=', centreId)
    .where(
      'id',
      'in',
      ended.map(({ id }) => id),
    )
    .execute()
  const before = new Map(rows.map(({ id, status }) => [id, status]))
  const ending = ended.filter(({ id, status }) => before.get(id) !== status)
  if (ending.length === 0) return
  await tx
    .insertInto('entryEnd')
    .values(ending.map(({ id, status }) => ({ centreId, entryId: id, status, endedAt: at })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
