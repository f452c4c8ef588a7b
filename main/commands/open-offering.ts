import { listOfferingsOfExam } from '../../db/entries.ts'
import { getRow, getRows } from '../../db/rows.ts'
import { newId } from './context.ts'
import type { DeskHandler } from './handler.ts'

export const openOffering: DeskHandler<'offering.open'> = {
  complete: async (_tx, draft, context) => ({ made: null, offeringId: newId(context), ...draft }),
  load: async (tx, { offeringId, made }) => ({
    offering: await getRow(tx, 'offering', offeringId),
    exam: made && (await getRow(tx, 'exam', made.examId)),
    knownSoftware: new Set((await getRows(tx, 'software', made?.softwareIds ?? [])).map(({ id }) => id)),
    others: made ? await listOfferingsOfExam(tx, made.examId) : [],
  }),
}
