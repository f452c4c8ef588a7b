import type { Write } from '../../domain/entities.ts'
import type { EntryStatus } from '../../domain/entry.ts'
import type { Instant } from '../../domain/time.ts'
import type { Tx } from '../db/open.ts'

/** Ends of an entry of which its row keeps no instant. */
const ENDS: ReadonlySet<EntryStatus> = new Set(['refused', 'withdrawn', 'lapsed'])

/** Remembers when these entries of a centre ended, the first time; candidates are told it, centres do not need it. */
export async function noteEnds(tx: Tx, centreId: string | null, at: Instant, writes: readonly Write[]): Promise<void> {
  const ended = writes.flatMap(({ entity, value }) => (entity === 'entry' && ENDS.has(value.status) ? [value] : []))
  if (ended.length === 0 || centreId === null) return
  await tx
    .insertInto('entryEnd')
    .values(ended.map(({ id, status }) => ({ centreId, entryId: id, status, endedAt: at })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
