import { type RawBuilder, sql } from 'kysely'
import { type DeadlineSpan, daysOf } from '../domain/deadline-span.ts'
import { REQUEST_GROUPS, type RequestGroup } from '../domain/entry-groups.ts'
import { GROUP_BITS, offerPattern, type RequestLine } from '../domain/request-line.ts'
import { readTypedSearch } from '../domain/typed-search.ts'
import type { Db, Tx } from './schema.ts'
import { matchingLines } from './search-match.ts'

/** What a list of requests is asked for. The shapes are those of the window's questions (`contract/desk-lists.ts`). */
export type ListFilters = {
  state: RequestGroup | 'all'
  exam: string | null
  software: string | null
  deadline: DeadlineSpan
  payer: string | null
  unchecked: boolean
  several: boolean
  text: string
}
export type ListQuery = {
  sessionId: string
  filters: ListFilters
  sort: readonly { by: keyof typeof SORTED_BY; desc: boolean }[]
  held: readonly string[]
}
/** The instant that it is, and the day in the centre. */
export type Moment = { now: string; today: string }

const SORTED_BY = {
  candidate: 'nameKey',
  nuc: 'nucKey',
  exams: 'examsKey',
  receivedAt: 'receivedAt',
  state: 'stateKey',
  deadline: 'deadlineAt',
  due: 'due',
  payer: 'payerKey',
  bornOn: 'bornOn',
  town: 'townKey',
} as const satisfies Record<string, keyof RequestLine>

type Condition = RawBuilder<unknown>
const all = (conditions: readonly Condition[]) => sql.join([...conditions], sql` and `)
const among = (ids: readonly string[]) => sql`(select value from json_each(${JSON.stringify(ids)}))`

/** What turns with the clock is compared here; all the rest is in the line. */
function inGroup(group: RequestGroup, { now }: Moment): Condition {
  if (group === 'overdue') return sql`first_late_at <= ${now}`
  const kept = sql`groups & ${sql.lit(GROUP_BITS[group])}`
  return group === 'due' ? sql`(${kept} or last_late_at > ${now})` : kept
}

function inSpan(span: DeadlineSpan, moment: Moment): Condition | null {
  if (span === 'any') return null
  const days = daysOf(span, moment.today)
  if (!days)
    return sql`(${inGroup('overdue', moment)} or exists (
      select 1 from json_each(deadline_days) where type = 'array' and value ->> 0 < ${moment.today}))`
  return sql`exists (select 1 from json_each(deadline_days) where value between ${days.from} and ${days.to})`
}

/** Requests just decided stay in sight whatever a decision may have changed of them. */
function orHeld(condition: Condition, { held }: ListQuery): Condition {
  return held.length === 0 ? condition : sql`(${condition} or id in ${among(held)})`
}

/**
 * Requests of the session, of these people alone when there are any. `+` keeps the session's index, which is the whole session, away from
 * the search for a few people.
 */
function ofSession(sessionId: string, candidates: readonly string[] | null): Condition {
  if (candidates === null) return sql`session_id = ${sessionId}`
  return sql`+session_id = ${sessionId} and candidate_id in ${among(candidates)}`
}

/** @param candidates only their requests; null: of anybody */
function narrowed(query: ListQuery, moment: Moment, candidates: readonly string[] | null): Condition[] {
  const { exam, software, payer, deadline, several, text } = query.filters
  const conditions: Condition[] = [ofSession(query.sessionId, candidates)]
  const pattern = offerPattern(exam, software)
  if (pattern !== null) conditions.push(sql`instr(offers, ${pattern})`)
  if (payer === 'candidate') conditions.push(sql`organisation_id is null`)
  else if (payer !== null) conditions.push(sql`organisation_id = ${payer}`)
  // Codes one after the other, in a key to sort by: a second one stands behind a space.
  if (several) conditions.push(sql`instr(exams_key, ' ')`)
  const found = matchingLines(readTypedSearch(text))
  if (found) conditions.push(sql`candidate_id in (select id from candidate_line where number in (${found}))`)
  const span = inSpan(deadline, moment)
  if (span) conditions.push(orHeld(span, query))
  return conditions
}

function counted(query: ListQuery): Condition {
  return query.filters.unchecked ? orHeld(sql`unchecked`, query) : sql`true`
}

function shown(query: ListQuery, moment: Moment, candidates: readonly string[] | null): Condition {
  const { state } = query.filters
  const inState = state === 'all' ? sql`true` : orHeld(inGroup(state, moment), query)
  return all([...narrowed(query, moment, candidates), counted(query), inState])
}

/** What has nothing to sort by comes last, whichever the way. */
function ordered({ sort }: ListQuery): RawBuilder<unknown> {
  const ways = sort.map(({ by, desc }) => {
    const way = sql`${sql.ref(SORTED_BY[by])} ${sql.raw(desc ? 'desc' : 'asc')}`
    // Every request has its date: said, « nulls last » would keep the session's index from giving the order.
    return by === 'receivedAt' ? way : sql`${way} nulls last`
  })
  // Said twice, a key would too.
  const byDate = sort.some(({ by }) => by === 'receivedAt')
  return sql.join([...ways, ...(byDate ? [] : [sql`received_at`]), sql`id`])
}

/** The whole list, in its order. */
export async function listShown(db: Db | Tx, query: ListQuery, moment: Moment): Promise<string[]> {
  // One text for all of them: twenty thousand rows of one id would cost more than finding them. `limit` holds the order of the inner query.
  const { rows } = await sql<{ ids: string }>`select json_group_array(id) as ids from (select id from request_line
    where ${shown(query, moment, null)} order by ${ordered(query)} limit -1)`.execute(db)
  return JSON.parse(rows[0]?.ids ?? '[]') as string[]
}

/** A request in a list, with what it is sorted by: those keys, then the date received and the id. */
export type Placed = { id: string; keys: readonly (string | number | null)[] }

/** Those of these candidates that the list shows, in its order. */
export async function listShownOf(
  db: Db | Tx,
  query: ListQuery,
  moment: Moment,
  candidates: readonly string[],
): Promise<Placed[]> {
  return await placed(db, query, sql`${shown(query, moment, candidates)} order by ${ordered(query)}`)
}

export async function readPlaced(db: Db | Tx, query: ListQuery, id: string): Promise<Placed | null> {
  return (await placed(db, query, sql`id = ${id}`))[0] ?? null
}

async function placed(db: Db | Tx, { sort }: ListQuery, which: RawBuilder<unknown>): Promise<Placed[]> {
  const fields = [...sort.map(({ by }) => SORTED_BY[by]), 'receivedAt' as const, 'id' as const]
  const keys = sql.join(fields.map((field) => sql.ref(field)))
  const { rows } = await sql<{ id: string; keys: string }>`
    select id, json_array(${keys}) as keys from request_line where ${which}`.execute(db)
  return rows.map(({ id, keys: read }) => ({ id, keys: JSON.parse(read) as Placed['keys'] }))
}

/** The order of `ordered`, for two requests whose keys were read. */
export function comparePlaced(a: Placed, b: Placed, { sort }: ListQuery): number {
  for (const [place, x] of a.keys.entries()) {
    const y = b.keys[place] ?? null
    if (x === y) continue
    if (x === null || y === null) return x === null ? 1 : -1
    const order = typeof x === 'number' ? x - Number(y) : Buffer.compare(Buffer.from(x), Buffer.from(String(y)))
    return sort[place]?.desc ? -order : order
  }
  return 0
}

export type ListCounts = {
  counts: Record<RequestGroup | 'all', number>
  /** Candidates who have not found their data right. */
  unchecked: number
  /** All of the session, whatever the filters. */
  whole: number
  /** The next instant at which a payment of the session becomes late; null when none does. */
  turnsAt: string | null
}

/** What the chips above a list say. @param candidates only their requests; null: of anybody */
export async function countShown(
  db: Db | Tx,
  query: ListQuery,
  moment: Moment,
  candidates: readonly string[] | null,
): Promise<ListCounts> {
  const isCounted = counted(query)
  const groups = REQUEST_GROUPS.map(
    (group) => sql`count(*) filter (where ${isCounted} and ${inGroup(group, moment)}) as ${sql.ref(group)}`,
  )
  const turning = (at: 'firstLateAt' | 'lastLateAt') =>
    sql`min(${sql.ref(at)}) filter (where ${sql.ref(at)} > ${moment.now})`
  const lines = sql`from request_line where ${all(narrowed(query, moment, candidates))}`
  // People are told apart by a query of their own: among the counts, each of twenty thousand would be looked up one by one.
  const { rows } = await sql<Record<RequestGroup | 'all' | 'people', number>>`select
    count(*) filter (where ${isCounted}) as ${sql.ref('all')}, ${sql.join(groups)},
    (select count(*) from (select distinct candidate_id ${lines} and unchecked = 1)) as people
    ${lines}`.execute(db)
  const { rows: whole } = await sql<{ whole: number; first: string | null; last: string | null }>`select
    count(*) as whole, ${turning('firstLateAt')} as first, ${turning('lastLateAt')} as last
    from request_line where ${ofSession(query.sessionId, candidates)}`.execute(db)
  const { people = 0, ...counts } = rows[0] ?? ({} as Partial<Record<RequestGroup | 'all' | 'people', number>>)
  const { first = null, last = null } = whole[0] ?? {}
  return {
    counts: counts as ListCounts['counts'],
    unchecked: people,
    whole: whole[0]?.whole ?? 0,
    turnsAt: [first, last].flatMap((at) => at ?? []).sort()[0] ?? null,
  }
}

/** Organisations announced as payers in a session. */
export async function listPayers(db: Db | Tx, sessionId: string): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`select id, name from organisation where id in
    (select organisation_id from request_line where session_id = ${sessionId} and organisation_id is not null)`.execute(
    db,
  )
  return rows
}

/** The candidates of these requests, as their lines say and as their rows do. */
export async function candidatesOf(tx: Db | Tx, requestIds: readonly string[]): Promise<string[]> {
  const ids = among(requestIds)
  const { rows } = await sql<{ candidateId: string }>`select candidate_id from request where id in ${ids}
    union select candidate_id from request_line where id in ${ids}`.execute(tx)
  return rows.map(({ candidateId }) => candidateId)
}
