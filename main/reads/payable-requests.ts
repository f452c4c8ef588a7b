import { sql } from 'kysely'
import type { Payable } from '../../contract/desk.ts'
import { MOST_ROWS } from '../../contract/limits.ts'
import { paidForEntry, sumCash } from '../../db/payments.ts'
import { getRow } from '../../db/rows.ts'
import type { Db } from '../../db/schema.ts'
import type { Request } from '../../domain/candidate.ts'
import { ENTRY_STATUSES, holdsSeat } from '../../domain/entry.ts'
import { readRequests } from './request-list.ts'

/**
 * The requests of a session that one payment may be about: the one asked about first, the others of the same candidate, then those
 * announced as paid by the same organisation that still owe something, the oldest first. As many as one click may concern.
 */
export async function listPayableRequests(db: Db, requestId: string): Promise<Payable> {
  const request = await getRow(db, 'request', requestId)
  if (!request) return { requests: [], left: 0, cash: { candidate: 0, organisation: 0 } }
  const { sessionId, candidateId, organisationId } = request
  const ids = [requestId, ...(await listOfCandidate(db, request)), ...(await listOwing(db, request))]
  const shown = ids.slice(0, MOST_ROWS)
  return {
    requests: await readRequests(db, shown),
    left: ids.length - shown.length,
    cash: {
      candidate: await sumCash(db, sessionId, { kind: 'candidate', id: candidateId }),
      organisation: organisationId ? await sumCash(db, sessionId, { kind: 'organisation', id: organisationId }) : 0,
    },
  }
}

async function listOfCandidate(db: Db, { id, sessionId, candidateId }: Request): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from request
    where candidate_id = ${candidateId} and +session_id = ${sessionId} and id <> ${id} order by received_at, id`.execute(
    db,
  )
  return rows.map((row) => row.id)
}

/** Of other candidates. */
async function listOwing(db: Db, { sessionId, candidateId, organisationId }: Request): Promise<string[]> {
  const held = sql.join(ENTRY_STATUSES.filter(holdsSeat))
  const { rows } = await sql<{ id: string }>`select id from request
    where organisation_id = ${organisationId} and +session_id = ${sessionId} and candidate_id <> ${candidateId}
      and exists (select 1 from entry where request_id = request.id and status in (${held}) and fee_amount > ${paidForEntry})
    order by received_at, id`.execute(db)
  return rows.map(({ id }) => id)
}
