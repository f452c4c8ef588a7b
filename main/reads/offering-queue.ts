import type { QueueRow } from '../../contract/desk-session.ts'
import { decode } from '../../db/codec.ts'
import type { Db } from '../../db/schema.ts'
import { fullName } from '../../domain/candidate.ts'

/** As many as the screen shows of a queue: the rest is in Demandes. */
const SHOWN = 200

/** Who waits for an answer about an offering, in the order in which their requests were received. */
export async function listQueue(db: Db, offeringId: string): Promise<QueueRow[]> {
  const rows = await db
    .selectFrom('entry')
    .innerJoin('request', 'request.id', 'entry.requestId')
    .innerJoin('candidate', 'candidate.id', 'entry.candidateId')
    .selectAll('candidate')
    .select(['entry.id as entryId', 'entry.requestId', 'request.receivedAt'])
    .where('entry.offeringId', '=', offeringId)
    .where('entry.status', '=', 'requested')
    .orderBy('request.receivedAt')
    .orderBy('entry.id')
    .limit(SHOWN)
    .execute()
  return rows.map(({ entryId, requestId, receivedAt, ...candidate }) => ({
    ...{ entryId, requestId, receivedAt },
    candidateName: fullName(decode('candidate', candidate)),
  }))
}
