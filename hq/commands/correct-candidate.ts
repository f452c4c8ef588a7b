import { toValue } from '../db/rows.ts'
import type { Loader } from './loader.ts'

/** Locks the candidate, when this centre has the request named of theirs; keeps who corrected what, on what proof. */
export const loadCorrectCandidate: Loader<'candidate.correct'> = async (tx, centreId, args) => {
  const { requestId, candidateId } = args
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
  return {
    facts: { candidate: row ? toValue('candidate', row) : null },
    subject: { requestId, entryIds: [], paymentId: null },
    alongside: async ({ at, command }) => {
      const { changes, proof, proofText } = args
      await tx
        .insertInto('candidateCorrection')
        .values({
          id: command.id,
          candidateId,
          centreId,
          correctedAt: at,
          correctedBy: command.operator.name,
          changes: JSON.stringify(changes),
          proof,
          proofText: proofText?.trim() || null,
        })
        .execute()
      return []
    },
  }
}
