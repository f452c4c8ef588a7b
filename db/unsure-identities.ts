import { sql } from 'kysely'
import type { Candidate } from '../domain/candidate.ts'
import { latestBirth } from '../domain/identity-faults.ts'
import type { LocalDate } from '../domain/time.ts'
import { UNSURE } from './migrations/110-today.ts'
import type { Db, Tx } from './schema.ts'

export type UnsureIdentity = Pick<
  Candidate,
  'id' | 'birthName' | 'usageName' | 'firstNames' | 'bornOn' | 'birthPlace' | 'nirCheck'
> & {
  /** The first of their requests that is alive. */
  requestId: string
}

/** Those of a session who ask for an exam, or have a seat, by the order in which they asked. */
export async function listUnsureIdentities(
  db: Db | Tx,
  sessionId: string,
  today: LocalDate,
): Promise<UnsureIdentity[]> {
  const { rows } = await sql<UnsureIdentity>`
    select candidate.id, birth_name, usage_name, first_names, born_on, birth_place, nir_check, min(entry.request_id) as request_id
    from entry cross join candidate on candidate.id = entry.candidate_id
    where entry.session_id = ${sessionId} and entry.status in ('requested', 'prevalidated', 'confirmed')
      and (entry.candidate_id in (select id from candidate where ${sql.raw(UNSURE)})
        or entry.candidate_id in (select id from candidate where born_on > ${latestBirth(today)}))
    group by candidate.id order by min(entry.request_id)`.execute(db)
  return rows
}
