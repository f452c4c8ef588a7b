import { rowsBy } from '../../db/request-parts.ts'
import { getRow } from '../../db/rows.ts'
import { newId } from './context.ts'
import type { DeskHandler } from './handler.ts'

export const voidChequeEnd: DeskHandler<'cheque-end.void'> = {
  complete: async (_tx, draft, context) => ({ ...draft, voidId: newId(context), voidedAt: context.clock.now() }),
  load: async (tx, { endId }) => ({
    end: await getRow(tx, 'chequeEnd', endId),
    voided: (await rowsBy(tx, 'chequeEndVoid', 'endId', [endId])).length > 0,
  }),
}
