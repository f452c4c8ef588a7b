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
  const newest = db.selectFrom('arrival').selectAll().orderBy('id', 'desc').limit(PAGE)
  const rows = await (before === null ? newest : newest.where('id', '<', before)).execute()
  return rows.map((row) => ({ ...row, counts: JSON.parse(row.counts) as Record<string, number> }))
}
