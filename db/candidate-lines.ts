import { sql } from 'kysely'
import { byId } from '../domain/by-id.ts'
import { nameKey } from '../domain/name-order.ts'
import { type SearchRecord, searchRecord, WORD_FIELDS } from '../domain/search-record.ts'
import { listPayerNames } from './candidate-search.ts'
import { rowsBy } from './request-parts.ts'
import type { CandidateLineTable, Tx } from './schema.ts'

type CandidateLine = SearchRecord & Pick<CandidateLineTable, 'id' | 'nameKey'>

const FIELDS = [
  ...(['id', 'name', 'numbers', 'organisation', 'mail', 'town', 'digits', 'address', 'bornOn', 'nameKey'] as const),
] satisfies (keyof CandidateLine)[]

/** Makes what these candidates are found by anew from their rows. @returns those whose line says something else than before */
export async function renewCandidateLines(tx: Tx, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const asked = JSON.stringify(ids)
  const candidates = await rowsBy(tx, 'candidate', 'id', ids)
  const payersOf = await listPayerNames(tx, ids)
  const here = await tx
    .selectFrom('candidateLine')
    .selectAll()
    .where(sql<boolean>`id in (select value from json_each(${asked}))`)
    .execute()
  const before = byId(here)
  const lines = candidates.map((candidate): CandidateLine => {
    const names = payersOf.get(candidate.id) ?? []
    return { id: candidate.id, ...searchRecord(candidate, names), nameKey: nameKey(candidate) }
  })
  const changed = lines.filter((line) => FIELDS.some((field) => before.get(line.id)?.[field] !== line[field]))
  const present = new Set(candidates.map(({ id }) => id))
  const gone = here.filter(({ id }) => !present.has(id))
  if (gone.length > 0) await removeLines(tx, gone)
  if (changed.length > 0) await putLines(tx, changed)
  return [...changed, ...gone].map(({ id }) => id)
}

async function removeLines(tx: Tx, lines: readonly { number: number }[]): Promise<void> {
  const numbers = JSON.stringify(lines.map(({ number }) => number))
  await sql`delete from candidate_word where rowid in (select value from json_each(${numbers}))`.execute(tx)
  await sql`delete from candidate_line where number in (select value from json_each(${numbers}))`.execute(tx)
}

async function putLines(tx: Tx, lines: readonly CandidateLine[]): Promise<void> {
  const rows = JSON.stringify(lines.map((line) => FIELDS.map((field) => line[field])))
  const columns = sql.join(FIELDS.map((field) => sql.ref(field)))
  const values = sql.join(FIELDS.map((_, place) => sql`value ->> ${sql.lit(place)}`))
  const updates = sql.join(FIELDS.map((field) => sql`${sql.ref(field)} = excluded.${sql.ref(field)}`))
  await sql`insert into candidate_line (${columns}) select ${values} from json_each(${rows}) where true
    on conflict (id) do update set ${updates}`.execute(tx)
  const words = sql.join(WORD_FIELDS.map((field) => sql.ref(field)))
  await sql`insert or replace into candidate_word (rowid, ${words}) select number, ${words} from candidate_line
    where id in (select value from json_each(${JSON.stringify(lines.map(({ id }) => id))}))`.execute(tx)
}
