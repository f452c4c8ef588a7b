import { type RawBuilder, sql } from 'kysely'
import { END_OF_FAMILY_NAME } from '../domain/name-order.ts'
import type { SearchRecord } from '../domain/search-record.ts'
import type { TypedSearch } from '../domain/typed-search.ts'
import type { Db, Tx } from './schema.ts'
import { inFields, matchingLines, whole, withWords } from './search-match.ts'

export type FoundLine = SearchRecord & { id: string }

/**
 * The candidates that were meant, best first: a whole number or address, a date of birth, whole words of the name, words of it begun,
 * the rest; in each of these the name in use before the name at birth and the first names, then those of the session shown, then by name.
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
  const order = sql.join([...byNameInUse(typed), ...inSession(sessionId), sql`name_key`, sql`id`])
  for (const best of [...bestFirst(typed), any]) {
    if (found.length >= Math.min(most, total)) break
    const known = JSON.stringify(found.map(({ number }) => number))
    const more = await sql<FoundLine & { number: number }>`select candidate_line.* from candidate_line
      where number in (${best}) and number not in (select value from json_each(${known}))
      order by ${order} limit ${most - found.length}`.execute(db)
    found.push(...more.rows)
  }
  return { found, total }
}

/**
 * A caller gives the family name that they use: those whose begins so come first, then those in whose it stands, then those who were born
 * so or have it as a first name: « DUBREUIL », « DUBREUIL-HAMONIAUX », « LE DUBREUIL », « CHÂTELLIER née DUBREUIL ».
 */
function byNameInUse({ words }: TypedSearch): RawBuilder<unknown>[] {
  const names = words.filter((word) => /\p{L}/u.test(word))
  if (names.length === 0) return []
  const begins = names.map((word) => sql`substr(name_key, 1, ${Array.from(word).length}) = ${word}`)
  const end = sql`instr(name_key, ${END_OF_FAMILY_NAME})`
  const holds = names.map((word) => sql`instr(name_key, ${` ${word}`}) between 1 and ${end}`)
  return [sql`case when ${sql.join(begins, sql` or `)} then 0 when ${sql.join(holds, sql` or `)} then 1 else 2 end`]
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

export async function listOrganisationNames(db: Db): Promise<{ id: string; name: string }[]> {
  return await db.selectFrom('organisation').select(['id', 'name']).execute()
}

/** How many requests each of these organisations was announced for; one without any is absent. @param sessionId null: in any session */
export async function countRequestsPaidBy(
  db: Db,
  organisationIds: readonly string[],
  sessionId: string | null,
): Promise<Map<string, number>> {
  if (organisationIds.length === 0) return new Map()
  const here = sessionId === null ? sql`true` : sql`+session_id = ${sessionId}`
  const { rows } = await sql<{ id: string; requests: number }>`select organisation_id as id, count(*) as requests
    from request where organisation_id in (select value from json_each(${JSON.stringify(organisationIds)})) and ${here}
    group by 1`.execute(db)
  return new Map(rows.map(({ id, requests }) => [id, requests]))
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
