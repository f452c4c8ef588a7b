import { listEnds } from '../../db/cheques.ts'
import { isVoided } from '../../db/payments.ts'
import { getRow } from '../../db/rows.ts'
import { ownCentre } from '../own-centre.ts'
import { newId } from './context.ts'
import type { DeskHandler } from './handler.ts'

export const endCheque: DeskHandler<'cheque.end'> = {
  complete: async (_tx, draft, context) => ({
    ...{ dueOn: null, note: null },
    ...draft,
    ...{ endId: newId(context), notedAt: context.clock.now() },
  }),
  load: async (tx, { paymentId }) => ({
    centre: (await ownCentre(tx)).centre,
    payment: await getRow(tx, 'payment', paymentId),
    voided: await isVoided(tx, paymentId),
    ended: (await listEnds(tx, [paymentId])).length > 0,
  }),
}
