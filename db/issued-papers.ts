import { sql } from 'kysely'
import type { IssuedPaper, PaperKind } from '../domain/issued-paper.ts'
import { decode } from './codec.ts'
import type { Db, Tx } from './schema.ts'

/** Every paper of one kind issued for a session. */
export async function listIssued(db: Db | Tx, kind: PaperKind, sessionId: string): Promise<IssuedPaper[]> {
  const rows = await (db as Db)
    .selectFrom('issuedPaper')
    .selectAll()
    .where('kind', '=', kind)
    .where('sessionId', '=', sessionId)
    .execute()
  return rows.map((row) => decode('issuedPaper', row))
}

/** Those of them that were issued to one candidate, or about one sitting, as their content says. */
export async function listIssuedAbout(
  db: Db | Tx,
  kind: PaperKind,
  sessionId: string,
  about: { candidateId: string } | { sittingId: string },
): Promise<IssuedPaper[]> {
  const rows = await (db as Db)
    .selectFrom('issuedPaper')
    .selectAll()
    .where('kind', '=', kind)
    .where('sessionId', '=', sessionId)
    .where(
      'candidateId' in about
        ? sql<boolean>`candidate_id = ${about.candidateId}`
        : // What a later version wrote may be no JSON: it is about no sitting that can be told.
          sql<boolean>`case when json_valid(content) then json_extract(content, '$.sittingId') = ${about.sittingId} else 0 end`,
    )
    .execute()
  return rows.map((row) => decode('issuedPaper', row))
}
