import { sql } from 'kysely'
import type { ArrivalTable, Db, Tx } from './schema.ts'

/** What HQ wrote in one transaction: what it was, and `entity/id` of the rows that it concerned. Ids only: names are joined when it is read. */
export type ArrivalEvent = {
  /** `command`: judged by HQ, its outcome is among the rows. Else what the candidate or HQ did (`contract/desk.ts`). */
  kind: string
  rows: readonly string[]
  /** Rows by kind, where they say all that can be said. */
  counts?: Readonly<Record<string, number>>
}

export type Arrival = {
  id: string
  at: string
  source: ArrivalTable['source']
  counts: Readonly<Record<string, number>>
  /** In HQ's order; none of a first sync or a repair. */
  events: readonly ArrivalEvent[]
}

const PAGE = 100
/** A page ends with the arrival that reaches this: one of after a long absence holds a thousand. */
const ENOUGH_EVENTS = 300

/** Notes what came from HQ at once. One that brought nothing is not noted. */
export async function addArrival(tx: Tx, { counts, events, ...arrival }: Arrival): Promise<void> {
  if (Object.keys(counts).length === 0) return
  await tx
    .insertInto('arrival')
    .values({ ...arrival, counts: JSON.stringify(counts), events: JSON.stringify(events) })
    .execute()
}

/** A page of arrivals, newest first; empty when there are no more. @param before the id of the last one seen; null from the newest */
export async function listArrivals(db: Db, before: string | null): Promise<Arrival[]> {
  // In the order in which they were noted: the clock may have been set back, and several may come within one millisecond.
  const earlier = before === null ? sql`true` : sql`rowid < (select rowid from arrival where id = ${before})`
  const { rows } = await sql<ArrivalTable>`
    select * from arrival where ${earlier} order by rowid desc limit ${PAGE}`.execute(db)
  const page: Arrival[] = []
  let told = 0
  for (const row of rows) {
    if (told >= ENOUGH_EVENTS) break
    const events = JSON.parse(row.events) as ArrivalEvent[]
    page.push({ ...row, counts: JSON.parse(row.counts) as Record<string, number>, events })
    told += events.length
  }
  return page
}
