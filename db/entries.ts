import { sql } from 'kysely'
import { ENTRY_STATUSES, type Entry, holdsSeat } from '../domain/entry.ts'
import { decode } from './codec.ts'
import type { Db, Tx } from './schema.ts'

/** Entries holding a seat of each of these offerings. An offering without any is absent. */
export async function countUsedSeats(db: Db | Tx, offeringIds: readonly string[]): Promise<Map<string, number>> {
  if (offeringIds.length === 0) return new Map()
  const rows = await (db as Db)
    .selectFrom('entry')
    .select(['offeringId', (eb) => eb.fn.countAll<number>().as('used')])
    .where('offeringId', 'in', offeringIds)
    .where('status', 'in', ENTRY_STATUSES.filter(holdsSeat))
    .groupBy('offeringId')
    .execute()
  return new Map(rows.map(({ offeringId, used }) => [String(offeringId), used]))
}

/** The confirmed entries of an offering: those who will sit. */
export async function listConfirmedOfOffering(db: Db | Tx, offeringId: string): Promise<Entry[]> {
  const rows = await (db as Db)
    .selectFrom('entry')
    .selectAll()
    .where('offeringId', '=', offeringId)
    .where('status', '=', 'confirmed')
    .execute()
  return rows.map((row) => decode('entry', row))
}

/** Among these entries, those whose announced payer is an organisation accepted on account. */
export async function listOnAccount(db: Db | Tx, entryIds: readonly string[]): Promise<Set<string>> {
  if (entryIds.length === 0) return new Set()
  const rows = await (db as Db)
    .selectFrom('entry')
    .innerJoin('request', 'request.id', 'entry.requestId')
    .innerJoin('organisation', 'organisation.id', 'request.organisationId')
    .select('entry.id')
    .where('entry.id', 'in', entryIds)
    .where('organisation.onAccount', '=', 1)
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/** Dates of the sittings of each of these offerings. */
export async function listSittingDates(db: Db | Tx, offeringIds: readonly string[]): Promise<Map<string, string[]>> {
  const dates = new Map<string, string[]>()
  if (offeringIds.length === 0) return dates
  const rows = await sql<{ offeringId: string; heldOn: string }>`
    select offering_id, held_on from sitting where offering_id in (${sql.join([...offeringIds])}) order by held_on`.execute(
    db,
  )
  for (const { offeringId, heldOn } of rows.rows) dates.set(offeringId, [...(dates.get(offeringId) ?? []), heldOn])
  return dates
}
