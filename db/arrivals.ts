import { sql } from 'kysely'
import type { ArrivalTable, Db, Tx } from './schema.ts'

export type Arrival = {
  id: string
  at: string
  source: ArrivalTable['source']
  counts: Readonly<Record<string, number>>
}

const PAGE = 100

/** Notes what came from HQ at once. One that brought nothing is not noted. */
export async function addArrival(tx: Tx, { counts, ...arrival }: Arrival): Promise<void> {
  if (Object.keys(counts).length === 0) return
  await tx
    .insertInto('arrival')
    .values({ ...arrival, counts: JSON.stringify(counts) })
    .execute()
}

/** A page of arrivals, newest first. @param before the id of the last one seen; null from the newest */
export async function listArrivals(db: Db, before: string | null): Promise<Arrival[]> {
  // In the order in which they were noted: the clock may have been set back, and several may come within one millisecond.
  const earlier = before === null ? sql`true` : sql`rowid < (select rowid from arrival where id = ${before})`
  const { rows } = await sql<ArrivalTable>`
    select * from arrival where ${earlier} order by rowid desc limit ${PAGE}`.execute(db)
  return rows.map((row) => ({ ...row, counts: JSON.parse(row.counts) as Record<string, number> }))
}
