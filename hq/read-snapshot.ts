import { sql } from 'kysely'
import type { Cursor } from '../contract/hq.ts'
import type { WireRow } from '../contract/rows.ts'
import { type EntityName, entityNames } from '../domain/entities.ts'
import { type Instant, toLocalDate } from '../domain/time.ts'
import type { HqDatabase } from './db/open.ts'
import { columnsOf, isShared, toWire } from './db/rows.ts'
import { headsOf } from './feed.ts'

/** Where the next page begins, and what the first page noted. Travels with the reader: HQ keeps nothing of a reading under way. */
export type Place = {
  cursor: Cursor
  total: number
  done: number
  /** Its rows come first within each kind. */
  sessionId: string
  entity: EntityName
  /** The last row given of this kind: 0 when of the current session, 1 when not. Empty id: none given yet. */
  after: { rank: number; id: string }
}

/** Notes how far the feed goes before any row is read: a row changed meanwhile comes again, with a higher revision, by `changes`. */
export async function beginSnapshot(db: HqDatabase, centreId: string, now: Instant): Promise<Place> {
  const cursor = await headsOf(db, centreId)
  let total = 0
  for (const entity of entityNames) total += await countRows(db, centreId, entity)
  const sessionId = await currentSession(db, centreId, now)
  const entity = entityNames[0] as EntityName
  return { cursor, total, done: 0, sessionId, entity, after: { rank: 0, id: '' } }
}

/** The rows from a place on, at most `limit`, kind after kind in the order in which they refer to each other. */
export async function readSnapshot(
  db: HqDatabase,
  centreId: string,
  place: Place,
  limit: number,
): Promise<{ rows: WireRow[]; next: Place | null }> {
  const rows: WireRow[] = []
  let { entity, after } = place
  for (;;) {
    const page = await readRows(db, centreId, { ...place, entity, after }, limit - rows.length)
    rows.push(...page.rows)
    const done = place.done + rows.length
    if (rows.length === limit) return { rows, next: { ...place, done, entity, after: page.after } }
    const following = entityNames[entityNames.indexOf(entity) + 1]
    if (!following) return { rows, next: null }
    entity = following
    after = { rank: 0, id: '' }
  }
}

async function readRows(db: HqDatabase, centreId: string, place: Place, limit: number) {
  const { entity, after } = place
  const hasSession = columnsOf(entity).includes('sessionId')
  const rank = hasSession ? sql<number>`case when session_id = ${place.sessionId} then 0 else 1 end` : sql<number>`0`
  const found = await sql<Record<string, unknown> & { rank: number; id: string }>`
    select *, ${rank} as rank from ${sql.table(entity)} where ${belongsTo(entity, centreId)}
      and (${rank} > ${after.rank} or (${rank} = ${after.rank} and id > ${after.id}))
    order by rank, id limit ${limit}`.execute(db)
  const last = found.rows.at(-1)
  return { rows: found.rows.map((row) => toWire(entity, row)), after: last ? { rank: last.rank, id: last.id } : after }
}

async function countRows(db: HqDatabase, centreId: string, entity: EntityName): Promise<number> {
  const counted = await sql<{ n: number }>`
    select count(*) as n from ${sql.table(entity)} where ${belongsTo(entity, centreId)}`.execute(db)
  return counted.rows[0]?.n ?? 0
}

/** The only place that says which rows of a kind a centre sees in a snapshot. */
function belongsTo(entity: EntityName, centreId: string) {
  if (entity === 'candidate')
    return sql<boolean>`exists (select from request where request.centre_id = ${centreId} and request.candidate_id = candidate.id)`
  return isShared(entity) ? sql<boolean>`true` : sql<boolean>`centre_id = ${centreId}`
}

/** The session that ends next, in the centre's zone; the last one when all are over. */
async function currentSession(db: HqDatabase, centreId: string, now: Instant): Promise<string> {
  const centre = await db.selectFrom('centre').select('timeZone').where('id', '=', centreId).executeTakeFirstOrThrow()
  const today = toLocalDate(now, centre.timeZone)
  const sessions = await db.selectFrom('examSession').select(['id', 'endsOn']).orderBy('endsOn').execute()
  return (sessions.find(({ endsOn }) => endsOn >= today) ?? sessions.at(-1))?.id ?? ''
}
