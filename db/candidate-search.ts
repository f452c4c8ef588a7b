import { type RawBuilder, sql } from 'kysely'
import type { SearchRecord } from '../domain/search-record.ts'
import type { TypedSearch } from '../domain/typed-search.ts'
import type { Db, Tx } from './schema.ts'
import { inFields, matchingLines, whole, withWords } from './search-match.ts'

export type FoundLine = SearchRecord & { id: string }

/**
 * The candidates that were meant, best first: a whole number or address, a date of birth, whole words of the name, words of it begun,
 * the rest; in each of these those of the session shown, then by name.
 * @returns no more than `most` of them, and how many there are in all
 */
export async function findCandidates(
  db: Db,
  typed: TypedSearch,
  sessionId: string | null,
  most: number,
): Promise<{ found: FoundLine[]; total: number }> {
  const any = matchingLines(typed)
  if (!any) return { found: [], total: 0 }
  const { rows } = await sql<{ total: number }>`select count(*) as total from (${any})`.execute(db)
  const total = rows[0]?.total ?? 0
  const found: (FoundLine & { number: number })[] = []
  for (const best of [...bestFirst(typed), any]) {
    if (found.length >= Math.min(most, total)) break
    const known = JSON.stringify(found.map(({ number }) => number))
    const more = await sql<FoundLine & { number: number }>`select candidate_line.* from candidate_line
      where number in (${best}) and number not in (select value from json_each(${known}))
      order by ${sql.join([...inSession(sessionId), sql`name_key`, sql`id`])} limit ${most - found.length}`.execute(db)
    found.push(...more.rows)
  }
  return { found, total }
}

/** Those who asked for the session come first. */
function inSession(sessionId: string | null): RawBuilder<unknown>[] {
  if (sessionId === null) return []
  return [
    sql`exists (select 1 from request where candidate_id = candidate_line.id and +session_id = ${sessionId}) desc`,
  ]
}

/** Each of them finds a part of what `matchingLines` does. */
function bestFirst({ words, joined, digits, mail, birth }: TypedSearch): RawBuilder<unknown>[] {
  const numbers = [...(words.length === 1 ? words : []), ...(digits === null ? [] : [digits])]
  const ways: RawBuilder<unknown>[] = []
  if (numbers.length > 0) ways.push(withWords(numbers.map((number) => whole('numbers', [number])).join(' OR ')))
  if (mail !== null) ways.push(sql`select number from candidate_line where address = ${mail}`)
  if (birth !== null && birth.words.length === 0)
    ways.push(sql`select number from candidate_line where born_on in (${sql.join([...birth.dates])})`)
  if (words.length > 0) {
    ways.push(withWords(whole('name', words)))
    const begun = inFields(['name'], words, 'and')
    ways.push(withWords(joined === null ? begun : `${begun} OR ${inFields(['name'], [joined], 'and')}`))
  }
  return ways
}

/** Organisations with how many requests they were announced for. @param sessionId null: in any session */
export async function listPayersToFind(
  db: Db,
  sessionId: string | null,
): Promise<{ id: string; name: string; requests: number }[]> {
  const here = sessionId === null ? sql`true` : sql`session_id = ${sessionId}`
  const { rows } = await sql<{ id: string; name: string; requests: number }>`select organisation.id, organisation.name,
    (select count(*) from request where organisation_id = organisation.id and ${here}) as requests from organisation`.execute(
    db,
  )
  return rows
}

/** Receipts in whose number this part stands, the latest numbers first. */
export async function findReceiptIds(db: Db, part: string, most: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from receipt
    where instr(number, ${part}) order by number desc limit ${most}`.execute(db)
  return rows.map(({ id }) => id)
}

/** The requests of these candidates: those of the session first, then the latest. */
export async function listRequestsOf(
  db: Db,
  candidateIds: readonly string[],
  sessionId: string | null,
): Promise<{ id: string; candidateId: string }[]> {
  const { rows } = await sql<{ id: string; candidateId: string }>`select id, candidate_id from request
    where candidate_id in (select value from json_each(${JSON.stringify(candidateIds)}))
    order by session_id is ${sessionId} desc, received_at desc, id`.execute(db)
  return rows
}

/** Names of the organisations announced as payers of their requests. */
export async function listPayerNames(db: Db | Tx, candidateIds: readonly string[]): Promise<Map<string, string[]>> {
  const { rows } = await sql<{
    candidateId: string
    name: string
  }>`select distinct request.candidate_id, organisation.name
    from request join organisation on organisation.id = request.organisation_id
    where request.candidate_id in (select value from json_each(${JSON.stringify(candidateIds)})) order by 1, 2`.execute(
    db,
  )
  const names = new Map<string, string[]>()
  for (const { candidateId, name } of rows) names.set(candidateId, [...(names.get(candidateId) ?? []), name])
  return names
}
