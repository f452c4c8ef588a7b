import { sumAllocated, sumCash } from '../../db/payments.ts'
import { getRows } from '../../db/rows.ts'
import { ownCentre } from '../own-centre.ts'
import { newId } from './context.ts'
import type { DeskHandler } from './handler.ts'

export const recordPayment: DeskHandler<'payment.record'> = {
  complete: async (_tx, draft, context) => ({ ...draft, paymentId: newId(context), recordedAt: context.clock.now() }),
  load: async (tx, { allocations, sessionId, payer }) => {
    const entryIds = allocations.map(({ entryId }) => entryId)
    return {
      centre: (await ownCentre(tx)).centre,
      entries: await getRows(tx, 'entry', entryIds),
      allocated: await sumAllocated(tx, entryIds),
      cashSoFar: await sumCash(tx, sessionId, payer),
    }
  },
}
