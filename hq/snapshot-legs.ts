import { type RawBuilder, sql } from 'kysely'
import type { WireRow } from '../contract/rows.ts'
import { type EntityName, entityNames } from '../domain/entities.ts'
import type { HqDatabase, Tx } from './db/open.ts'
import { columnsOf, isShared, toWire } from './db/rows.ts'
import { centreStream } from './stream-names.ts'

/** The keys of the last row given of a leg; empty at its beginning. */
export type LegPlace = readonly string[]
/** `limit` counts rows, `bytes` what they weigh as they are told. */
type Wanted = {
  centreId: string
  sessionId: string
  after: LegPlace
  limit: number
  bytes: number
  atLeastOne: boolean
}
/** `full`: there may be more of this leg. */
type LegPage = { rows: WireRow[]; bytes: number; after: LegPlace; full: boolean }
type Stage = 'all' | 'current' | 'rest'
/** One kind of row, or the part of it that belongs to the session under way, or the other part. */
export type Leg = { entity: EntityName; stage: Stage }

/** Money is of the session of its payment. */
const OF_A_PAYMENT: ReadonlySet<EntityName> = new Set([
  'paymentVoid',
  'receipt',
  'creditNote',
  'chequeEnd',
  'chequeEndVoid',
  'creditUse',
  'creditReturn',
])

const hasParts = (entity: EntityName) =>
  entity === 'candidate' || OF_A_PAYMENT.has(entity) || columnsOf(entity).includes('sessionId')

// Outcomes belong to no session either, but a new PC waits for none of them, and nothing else grows for ever: they come last.
const first: readonly Leg[] = entityNames
  .filter((entity) => entity !== 'outcome')
  .map((entity) => ({ entity, stage: entity !== 'exam' && hasParts(entity) ? 'current' : 'all' }))
const rest: readonly Leg[] = entityNames
  .filter((entity) => first.every((leg) => leg.entity !== entity || leg.stage === 'current'))
  .map((entity) => ({ entity, stage: entity === 'outcome' ? 'all' : 'rest' }))

/** The way of a first sync. Each row a centre sees is on one leg; a candidate of the session under way is on both of theirs. */
export const legs: readonly Leg[] = [...first, ...rest]
export const FIRST_OF_THE_REST = first.length

/** The next rows of a leg after a place, by key. `atLeastOne`: a page that is still empty takes a row of any size, or it would never be read. */
export async function readLeg(db: HqDatabase | Tx, leg: Leg, wanted: Wanted): Promise<LegPage> {
  const { rows } = await pageOf(leg, wanted).execute(db)
  const page: LegPage = { rows: [], bytes: 0, after: wanted.after, full: rows.length === wanted.limit }
  for (const row of rows) {
    const told = toWire(leg.entity, row)
    const bytes = Buffer.byteLength(JSON.stringify(told))
    const first = wanted.atLeastOne && page.rows.length === 0
    if (!first && page.bytes + bytes > wanted.bytes) return { ...page, full: true }
    page.rows.push(told)
    page.bytes += bytes
    page.after = 'firstKey' in row ? [String(row.firstKey), row.id] : [row.id]
  }
  return page
}

type Row = Record<string, unknown> & { id: string }

/**
 * Each of these walks an index from the place on and stops at the limit (`test/hq/snapshot-cost.test.ts`). What goes with a row is looked
 * up for that row: a limit or an offset within `lateral` keeps the planner from reading whole tables instead.
 */
function pageOf({ entity, stage }: Leg, wanted: Wanted): RawBuilder<Row> {
  if (entity === 'candidate') return stage === 'current' ? currentCandidates(wanted) : allCandidates(wanted)
  if (OF_A_PAYMENT.has(entity)) return stage === 'current' ? moneyOf(entity, wanted) : otherMoney(entity, wanted)
  const { centreId, sessionId, after, limit } = wanted
  const owned = isShared(entity) ? sql`true` : sql`centre_id = ${centreId}`
  const part = { all: sql`true`, current: sql`session_id = ${sessionId}`, rest: sql`session_id <> ${sessionId}` }[stage]
  return sql`
    select * from ${sql.table(entity)} where ${owned} and ${part} and id > ${after[0] ?? ''} order by id limit ${limit}`
}

/** Those with a request for the session, found from the requests, which are far fewer than the candidates of all years. */
function currentCandidates({ centreId, sessionId, after, limit }: Wanted): RawBuilder<Row> {
  return sql`
    select candidate.* from (
      select distinct candidate_id from request
      where centre_id = ${centreId} and session_id = ${sessionId} and candidate_id > ${after[0] ?? ''}
      order by candidate_id limit ${limit}) as asked
    cross join lateral (select * from candidate where candidate.id = asked.candidate_id limit 1) as candidate
    order by candidate.id`
}

/**
 * Whom readers of the centre's stream hold, those of the session again: one who asks for the session between two pages has left the rest
 * and may be behind the reader among the others. A row given twice costs little, one given on no leg never comes.
 */
function allCandidates({ centreId, after, limit }: Wanted): RawBuilder<Row> {
  return sql`
    select candidate.* from (
      select feed_row.id from feed_row
      where stream = ${centreStream(centreId)} and entity = 'candidate' and feed_row.id > ${after[0] ?? ''}
      order by id limit ${limit}) as held
    cross join lateral (select * from candidate where candidate.id = held.id limit 1) as candidate
    order by candidate.id`
}

/** Asked once and first: a kind that a centre has none of, and most have few of, costs no look at each of its payments. */
function moneyOf(entity: EntityName, { centreId, sessionId, after, limit }: Wanted): RawBuilder<Row> {
  const [paymentId = '', id = ''] = after
  return sql`
    select it.*, payment.id as first_key
    from payment cross join lateral (
      select * from ${sql.table(entity)} as of_it
      where of_it.centre_id = ${centreId} and of_it.payment_id = payment.id offset 0) as it
    where exists (select 1 from ${sql.table(entity)} as any_of_it where any_of_it.centre_id = ${centreId})
      and payment.centre_id = ${centreId} and payment.session_id = ${sessionId}
      and payment.id >= ${paymentId} and (payment.id, it.id) > (${paymentId}, ${id})
    order by payment.id, it.id limit ${limit}`
}

/** Put in order before those of the session are left out: that few are is more than the planner can know, and it would read them all. */
function otherMoney(entity: EntityName, { centreId, sessionId, after, limit }: Wanted): RawBuilder<Row> {
  return sql`
    select * from (
      select it.*, is_paid from ${sql.table(entity)} as it
      left join lateral (
        select true as is_paid from payment
        where payment.centre_id = ${centreId} and payment.id = it.payment_id and payment.session_id = ${sessionId}
        limit 1) as current on true
      where it.centre_id = ${centreId} and it.id > ${after[0] ?? ''} order by it.id offset 0) as in_order
    where is_paid is null order by id limit ${limit}`
}
