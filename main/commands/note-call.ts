import { newId } from './context.ts'
import type { DeskHandler } from './handler.ts'

export const noteCall: DeskHandler<'call.note'> = {
  complete: async (_tx, draft, context) => ({ ...draft, callNoteId: newId(context), notedAt: context.clock.now() }),
  // By a request of theirs, as at HQ: the record of somebody who has left may still be here, while other work on it is pending.
  load: async (tx, { candidateId }) => {
    const request = await tx
      .selectFrom('request')
      .select('id')
      .where('candidateId', '=', candidateId)
      .limit(1)
      .execute()
    return { isKnown: request.length > 0 }
  },
}
