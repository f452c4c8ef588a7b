import { getRow } from '../../db/rows.ts'
import type { DeskHandler } from './handler.ts'

/** The instant at which the change takes effect is this PC's guess until HQ has taken the command. */
export const changeAddress: DeskHandler<'candidate.change-address'> = {
  load: async (tx, { requestId, candidateId }) => {
    const request = await getRow(tx, 'request', requestId)
    return {
      candidate: request?.candidateId === candidateId ? await getRow(tx, 'candidate', candidateId) : null,
      // Who has an account, and where, is not known to centres: HQ decides.
      usedByAnother: false,
    }
  },
}
