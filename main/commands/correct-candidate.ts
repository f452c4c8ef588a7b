import { getRow } from '../../db/rows.ts'
import type { DeskHandler } from './handler.ts'

export const correctCandidate: DeskHandler<'candidate.correct'> = {
  load: async (tx, { requestId, candidateId }) => {
    const request = await getRow(tx, 'request', requestId)
    return { candidate: request?.candidateId === candidateId ? await getRow(tx, 'candidate', candidateId) : null }
  },
}
