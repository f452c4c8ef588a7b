import type { Cursor } from '../contract/hq.ts'
import type { WireRow } from '../contract/rows.ts'
import { type Instant, toLocalDate } from '../domain/time.ts'
import type { HqDatabase, Tx } from './db/open.ts'
import { headsOf } from './feed-heads.ts'
import { PAGE_BYTES } from './read-changes.ts'
import { FIRST_OF_THE_REST, type LegPlace, legs, readLeg } from './snapshot-legs.ts'
import { COMMON_STREAM, centreStream } from './stream-names.ts'

/** Where the next page begins, and what the first page noted. Travels with the reader: HQ keeps nothing of a reading under way. */
export type Place = {
  cursor: Cursor
  total: number
  done: number
  /** What belongs to it comes first. */
  sessionId: string
  /** Which leg of the way, and the keys of the last row given of it. */
  leg: number
  after: LegPlace
}

/** Notes how far the feed goes before any row is read: a row changed meanwhile comes again, with a higher revision, by `changes`. */
export async function beginSnapshot(db: HqDatabase | Tx, centreId: string, now: Instant): Promise<Place> {
  const { common, centre } = await headsOf(db, centreId)
  const sessionId = await currentSession(db, centreId, now)
  const { total } = await db
    .selectFrom('feedRow')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .where('stream', 'in', [COMMON_STREAM, centreStream(centreId)])
    .executeTakeFirstOrThrow()
  // These are on two legs.
  const { again } = await db
    .selectFrom('request')
    .select((eb) => eb.fn.count<number>('candidateId').distinct().as('again'))
    .where('centreId', '=', centreId)
    .where('sessionId', '=', sessionId)
    .executeTakeFirstOrThrow()
  const cursor = { common: common.head, centre: centre.head }
  return { cursor, total: total + again, done: 0, sessionId, leg: 0, after: [] }
}

/** A page: `currentSessionDone` once all that the session under way needs has been given, this page included. */
export type Page = { rows: WireRow[]; next: Place | null; currentSessionDone: boolean }

/**
 * The rows from a place on, at most `limit`, and no more than `PAGE_BYTES` unless one row is: the session under way with all that belongs to no session, then the rest; kind after
 * kind in each, in the order in which they refer to each other.
 */
export async function readSnapshot(db: HqDatabase | Tx, centreId: string, place: Place, limit: number): Promise<Page> {
  const rows: WireRow[] = []
  let bytes = 0
  let { leg, after } = place
  for (let current = legs[leg]; current; current = legs[++leg]) {
    const room = { limit: limit - rows.length, bytes: PAGE_BYTES - bytes, atLeastOne: rows.length === 0 }
    const page = await readLeg(db, current, { centreId, sessionId: place.sessionId, after, ...room })
    rows.push(...page.rows)
    bytes += page.bytes
    if (page.full) {
      const next = { ...place, done: place.done + rows.length, leg, after: page.after }
      return { rows, next, currentSessionDone: leg >= FIRST_OF_THE_REST }
    }
    after = []
  }
  return { rows, next: null, currentSessionDone: true }
}

/** The session that ends next, in the centre's zone; the last one when all are over. */
async function currentSession(db: HqDatabase | Tx, centreId: string, now: Instant): Promise<string> {
  const centre = await db.selectFrom('centre').select('timeZone').where('id', '=', centreId).executeTakeFirstOrThrow()
  const today = toLocalDate(now, centre.timeZone)
  const sessions = await db.selectFrom('examSession').select(['id', 'endsOn']).orderBy('endsOn').execute()
  return (sessions.find(({ endsOn }) => endsOn >= today) ?? sessions.at(-1))?.id ?? ''
}
