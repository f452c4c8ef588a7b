import { sql } from 'kysely'
import type { Offering, Sitting } from '../domain/catalogue.ts'
import { ENTRY_STATUSES, type Entry, type EntryStatus, holdsSeat } from '../domain/entry.ts'
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

/** How many entries of each of these offerings there are, by status. */
export async function countByStatus(
  db: Db | Tx,
  offeringIds: readonly string[],
): Promise<Map<string, Map<EntryStatus, number>>> {
  const { rows } = await sql<{ offeringId: string; status: EntryStatus; entries: number }>`
    select offering_id, status, count(*) as entries from entry
    where offering_id in (select value from json_each(${JSON.stringify(offeringIds)})) group by 1, 2`.execute(db)
  const counts = new Map<string, Map<EntryStatus, number>>()
  for (const { offeringId, status, entries } of rows)
    counts.set(offeringId, (counts.get(offeringId) ?? new Map()).set(status, entries))
  return counts
}

/** The request whose entry is the `place`-th (from 1) to wait for an answer about an offering, in the order received; null if fewer wait. */
export async function findWaiting(
  db: Db | Tx,
  offeringId: string,
  place: number,
): Promise<{ requestId: string; receivedAt: string } | null> {
  const row = await (db as Db)
    .selectFrom('entry')
    .innerJoin('request', 'request.id', 'entry.requestId')
    .select(['entry.requestId', 'request.receivedAt'])
    .where('entry.offeringId', '=', offeringId)
    .where('entry.status', '=', 'requested')
    .orderBy('request.receivedAt')
    .orderBy('request.id')
    .limit(1)
    .offset(place - 1)
    .executeTakeFirst()
  return row ?? null
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

/** Dates of the sittings of each of these offerings, those called off aside. */
export async function listSittingDates(db: Db | Tx, offeringIds: readonly string[]): Promise<Map<string, string[]>> {
  const dates = new Map<string, string[]>()
  if (offeringIds.length === 0) return dates
  const rows = await sql<{ offeringId: string; heldOn: string }>`
    select offering_id, held_on from sitting where offering_id in (${sql.join([...offeringIds])}) and not cancelled order by held_on`.execute(
    db,
  )
  for (const { offeringId, heldOn } of rows.rows) dates.set(offeringId, [...(dates.get(offeringId) ?? []), heldOn])
  return dates
}

/** All that the centre offers of an exam, open or not. */
export async function listOfferingsOfExam(db: Db | Tx, examId: string): Promise<Offering[]> {
  const rows = await (db as Db).selectFrom('offering').selectAll().where('examId', '=', examId).execute()
  return rows.map((row) => decode('offering', row))
}

/** The sittings of an offering, those called off too. */
export async function listSittingsOf(db: Db | Tx, offeringId: string): Promise<Sitting[]> {
  const rows = await (db as Db).selectFrom('sitting').selectAll().where('offeringId', '=', offeringId).execute()
  return rows.map((row) => decode('sitting', row))
}
