import { HOLDING } from '../commands/lock-entries.ts'
import type { Tx } from '../db/open.ts'

/**
 * The ids of the candidates with a seat in a session at a centre who have not found right all that is held of them, each once. Nobody
 * without a mail address, who could not be asked.
 * @returns the query, to be run, narrowed or counted
 */
export function toUncheckedCandidates(tx: Tx, { centreId, sessionId }: { centreId: string; sessionId: string }) {
  return tx
    .selectFrom('request')
    .innerJoin('candidate', 'candidate.id', 'request.candidateId')
    .select('request.candidateId as id')
    .distinct()
    .where('request.centreId', '=', centreId)
    .where('request.sessionId', '=', sessionId)
    .where('request.dataCheckedAt', 'is', null)
    .where('candidate.email', '<>', '')
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('entry')
          .select('entry.id')
          .whereRef('entry.centreId', '=', 'request.centreId')
          .whereRef('entry.requestId', '=', 'request.id')
          .where('entry.status', 'in', HOLDING),
      ),
    )
}
