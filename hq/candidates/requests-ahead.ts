import type { Request } from '../../domain/candidate.ts'
import { isSessionOver } from '../../domain/data-check.ts'
import type { Instant } from '../../domain/time.ts'
import type { Tx } from '../db/open.ts'
import { toValue } from '../db/rows.ts'

/** A request, and the centre where it is. */
export type PlacedRequest = { centreId: string; request: Request }

/**
 * A candidate's requests of sessions that are not over, in all centres, locked; the candidate must be locked, so that none is added
 * meanwhile.
 */
export async function requestsAhead(tx: Tx, candidateId: string, at: Instant): Promise<PlacedRequest[]> {
  const rows = await tx
    .selectFrom('request')
    .innerJoin('examSession', 'examSession.id', 'request.sessionId')
    .innerJoin('centre', 'centre.id', 'request.centreId')
    .selectAll('request')
    .select(['examSession.endsOn', 'centre.timeZone'])
    .where('request.candidateId', '=', candidateId)
    .orderBy('request.centreId')
    .orderBy('request.id')
    .forNoKeyUpdate('request')
    .execute()
  return rows
    .filter(({ endsOn, timeZone }) => !isSessionOver({ endsOn }, at, timeZone))
    .map((row) => ({ centreId: row.centreId, request: toValue('request', row) }))
}
