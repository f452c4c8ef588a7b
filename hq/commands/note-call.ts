import { lockCandidate } from '../candidates/lock-candidate.ts'
import type { Loader } from './loader.ts'

/**
 * A centre knows the candidates who have asked it for something. Locked first, looked at afterwards: one who is leaving at this moment
 * takes their notes along.
 */
export const loadNoteCall: Loader<'call.note'> = async (tx, centreId, { candidateId }) => {
  await lockCandidate(tx, candidateId)
  const request = await tx
    .selectFrom('request')
    .select('id')
    .where('centreId', '=', centreId)
    .where('candidateId', '=', candidateId)
    .orderBy('receivedAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  return {
    facts: { isKnown: request !== undefined },
    subject: { requestId: request?.id ?? null, entryIds: [], paymentId: null },
  }
}
