import { ownCentre } from '../own-centre.ts'
import { newId } from './context.ts'
import { readCredit } from './credit-facts.ts'
import type { DeskHandler } from './handler.ts'

export const returnCredit: DeskHandler<'credit.return'> = {
  complete: async (_tx, draft, context) => ({
    note: null,
    ...draft,
    ...{ returnId: newId(context), returnedAt: context.clock.now() },
  }),
  load: async (tx, { paymentId }) => ({
    ...(await readCredit(tx, paymentId)).facts,
    centre: (await ownCentre(tx)).centre,
  }),
}
