import type { RequestRow } from '../../contract/desk.ts'
import { MOST_ROWS } from '../../contract/desk-lists.ts'
import { getRow } from '../../db/rows.ts'
import type { Db } from '../../db/schema.ts'
import { readRequests } from './request-list.ts'

/**
 * The requests of a session that one payment may be about: of the same candidate, or announced as paid by the same organisation; the
 * one asked about first, then the oldest.
 */
export async function listPayableRequests(db: Db, requestId: string): Promise<RequestRow[]> {
  const request = await getRow(db, 'request', requestId)
  if (!request) return []
  const { sessionId, candidateId, organisationId } = request
  const others = await db
    .selectFrom('request')
    .select('id')
    .where('sessionId', '=', sessionId)
    .where('id', '!=', requestId)
    .where((eb) =>
      eb.or([
        eb('candidateId', '=', candidateId),
        ...(organisationId === null ? [] : [eb('organisationId', '=', organisationId)]),
      ]),
    )
    .orderBy('receivedAt')
    .limit(MOST_ROWS - 1)
    .execute()
  return await readRequests(db, [requestId, ...others.map(({ id }) => id)])
}
