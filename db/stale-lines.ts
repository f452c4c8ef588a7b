import { sql } from 'kysely'
import { LINES_VERSION } from '../domain/request-line.ts'
import type { Db, Tx } from './schema.ts'

/**
 * Notes of which lines of lists and searches are no longer true. Triggers write them, in the transaction of whatever changed; they are
 * struck off in the one that makes the lines anew. Whatever happens between the two, a note remains.
 */

export type StaleRequest = { sessionId: string; id: string }

/** Lines made by another version of the rules: all of them are noted. */
export async function noteOtherVersion(tx: Tx): Promise<void> {
  await tx.updateTable('lineState').set({ version: LINES_VERSION }).where('version', '!=', LINES_VERSION).execute()
}

/** Whether triggers note what changes: not before the first sync is over. */
export async function isMarking(db: Db): Promise<boolean> {
  const state = await db.selectFrom('lineState').select('marking').executeTakeFirstOrThrow()
  return state.marking === 1
}

/** How many rows a first sync has brought that a session is shown with: until it is over rows only come, so that their number tells. */
export async function countRowsOfSession(db: Db, sessionId: string): Promise<number> {
  const { rows } = await sql<{ rows: number }>`select (select count(*) from request where session_id = ${sessionId})
    + (select count(*) from entry where session_id = ${sessionId})
    + (select count(*) from payment where session_id = ${sessionId}) + (select count(*) from candidate) as rows`.execute(
    db,
  )
  return rows[0]?.rows ?? 0
}

export async function noteWholeSession(db: Db, sessionId: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`insert or ignore into stale_request select session_id, id from request where session_id = ${sessionId}`.execute(
      tx,
    )
    await sql`insert or ignore into stale_candidate select candidate_id from request where session_id = ${sessionId}`.execute(
      tx,
    )
  })
}

/** @param sessionId null: of any session */
export async function listStaleRequests(tx: Db | Tx, sessionId: string | null, limit: number): Promise<StaleRequest[]> {
  const query = (tx as Db).selectFrom('staleRequest').selectAll().limit(limit)
  return await (sessionId === null ? query : query.where('sessionId', '=', sessionId)).execute()
}

export async function listStaleCandidates(tx: Db | Tx, limit: number): Promise<string[]> {
  const rows = await (tx as Db).selectFrom('staleCandidate').select('id').limit(limit).execute()
  return rows.map(({ id }) => id)
}

export async function strikeRequests(tx: Tx, stale: readonly StaleRequest[]): Promise<void> {
  if (stale.length === 0) return
  const pairs = JSON.stringify(stale.map(({ sessionId, id }) => [sessionId, id]))
  await sql`delete from stale_request
    where (session_id, id) in (select value ->> 0, value ->> 1 from json_each(${pairs}))`.execute(tx)
}

export async function strikeCandidates(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await sql`delete from stale_candidate where id in (select value from json_each(${JSON.stringify(ids)}))`.execute(tx)
}
