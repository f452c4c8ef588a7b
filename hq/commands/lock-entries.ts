import type { Offering } from '../../domain/catalogue.ts'
import { ENTRY_STATUSES, type Entry, holdsSeat } from '../../domain/entry.ts'
import type { Tx } from '../db/open.ts'
import { toValue } from '../db/rows.ts'

const HOLDING = ENTRY_STATUSES.filter(holdsSeat)

/** The entries of this centre with these ids, locked; unknown ids are simply absent. */
export async function lockEntries(tx: Tx, centreId: string, ids: readonly string[]): Promise<Entry[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('entry')
    .selectAll()
    .where('centreId', '=', centreId)
    .where('id', 'in', ids)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
  return rows.map((row) => toValue('entry', row))
}

/** The offerings of this centre with these ids, locked: while they are, nobody else gives one of their seats away. */
export async function lockOfferings(tx: Tx, centreId: string, ids: readonly string[]): Promise<Offering[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('offering')
    .selectAll()
    .where('centreId', '=', centreId)
    .where('id', 'in', ids)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
  return rows.map((row) => toValue('offering', row))
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
