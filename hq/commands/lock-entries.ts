import type { Offering } from '../../domain/catalogue.ts'
import type { EntityValue } from '../../domain/entities.ts'
import { ENTRY_STATUSES, type Entry, holdsSeat } from '../../domain/entry.ts'
import type { Tx } from '../db/open.ts'
import { toValue } from '../db/rows.ts'

/** States in which an entry holds a seat. */
export const HOLDING = ENTRY_STATUSES.filter(holdsSeat)

/** The entries of this centre with these ids, locked; unknown ids are simply absent. */
export function lockEntries(tx: Tx, centreId: string, ids: readonly string[]): Promise<Entry[]> {
  return lockRows(tx, 'entry', centreId, ids)
}

/** The offerings of this centre with these ids, locked: while they are, nobody else gives one of their seats away. */
export function lockOfferings(tx: Tx, centreId: string, ids: readonly string[]): Promise<Offering[]> {
  return lockRows(tx, 'offering', centreId, ids)
}

/** In the order of ids, so that two who lock the same rows never wait for each other in a circle. */
async function lockRows<E extends 'entry' | 'offering'>(
  tx: Tx,
  entity: E,
  centreId: string,
  ids: readonly string[],
): Promise<EntityValue<E>[]> {
  if (ids.length === 0) return []
  // Kysely cannot type a table chosen at run time: both have these three columns.
  const rows = await tx
    .selectFrom(entity as 'entry')
    .selectAll()
    .where('centreId', '=', centreId)
    .where('id', 'in', ids)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
  return rows.map((row) => toValue(entity, row as never))
}

/** Entries that hold a seat, by offering. The truth only while the offerings are locked. */
export async function countUsedSeats(
  tx: Tx,
  centreId: string,
  offeringIds: readonly string[],
): Promise<Map<string, number>> {
  if (offeringIds.length === 0) return new Map()
  const counts = await tx
    .selectFrom('entry')
    .select((eb) => ['offeringId', eb.fn.countAll<number>().as('used')])
    .where('centreId', '=', centreId)
    .where('offeringId', 'in', offeringIds)
    .where('status', 'in', HOLDING)
    .groupBy('offeringId')
    .execute()
  return new Map(counts.map(({ offeringId, used }) => [offeringId ?? '', used]))
}
