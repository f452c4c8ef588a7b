import { listAnswered } from '../../db/cheques.ts'
import { rowsBy } from '../../db/request-parts.ts'
import { getRow } from '../../db/rows.ts'
import { newId } from './context.ts'
import type { DeskHandler } from './handler.ts'

export const voidDeposit: DeskHandler<'deposit.void'> = {
  complete: async (_tx, draft, context) => ({ ...draft, voidId: newId(context), voidedAt: context.clock.now() }),
  load: async (tx, { depositId }) => {
    const deposit = await getRow(tx, 'chequeDeposit', depositId)
    return {
      deposit,
      voided: (await rowsBy(tx, 'depositVoid', 'depositId', [depositId])).length > 0,
      answered: deposit ? await listAnswered(tx, deposit) : [],
    }
  },
}
