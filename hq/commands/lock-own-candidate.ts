import type { Candidate } from '../../domain/candidate.ts'
import type { Tx } from '../db/open.ts'
import { toValue } from '../db/rows.ts'

/** Locks the candidate, when this centre has the request named of theirs; null when it has not. */
export async function lockOwnCandidate(
  tx: Tx,
  centreId: string,
  { requestId, candidateId }: { requestId: string; candidateId: string },
): Promise<Candidate | null> {
  const row = await tx
    .selectFrom('candidate')
    .selectAll()
    .where('id', '=', candidateId)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('request')
          .select('request.id')
          .where('request.centreId', '=', centreId)
          .where('request.id', '=', requestId)
          .whereRef('request.candidateId', '=', 'candidate.id'),
      ),
    )
    .forNoKeyUpdate()
    .executeTakeFirst()
  return row ? toValue('candidate', row) : null
}
