import { listSittingsOf } from '../../db/entries.ts'
import { getRow } from '../../db/rows.ts'
import { ownCentre } from '../own-centre.ts'
import { newId } from './context.ts'
import type { DeskHandler } from './handler.ts'

export const setSitting: DeskHandler<'sitting.set'> = {
  complete: async (_tx, draft, context) => ({ from: null, sittingId: newId(context), ...draft }),
  load: async (tx, { sittingId, offeringId }) => {
    const offering = await getRow(tx, 'offering', offeringId)
    return {
      sitting: await getRow(tx, 'sitting', sittingId),
      offering,
      exam: offering && (await getRow(tx, 'exam', offering.examId)),
      others: await listSittingsOf(tx, offeringId),
      timeZone: (await ownCentre(tx)).centre.timeZone,
    }
  },
}
