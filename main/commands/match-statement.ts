import { isVoided } from '../../db/payments.ts'
import { rowsBy } from '../../db/request-parts.ts'
import { getRow } from '../../db/rows.ts'
import { isLineUsed, isMatched } from '../../db/statement-matches.ts'
import { newId } from './context.ts'
import type { DeskHandler } from './handler.ts'

export const matchStatement: DeskHandler<'statement.match'> = {
  complete: async (_tx, draft, context, created) => {
    const depositId = typeof draft.depositId === 'string' ? draft.depositId : null
    const paymentId = typeof draft.paymentId === 'string' ? draft.paymentId : depositId === null ? created : null
    return { ...draft, paymentId, depositId, matchId: newId(context), matchedAt: context.clock.now() }
  },
  load: async (tx, { paymentId, depositId, lineKey }) => {
    const lineUsed = await isLineUsed(tx, lineKey)
    if (paymentId !== null)
      return {
        exists: (await getRow(tx, 'payment', paymentId)) !== null,
        voided: await isVoided(tx, paymentId),
        matched: await isMatched(tx, 'paymentId', paymentId),
        lineUsed,
      }
    const deposit = depositId === null ? null : await getRow(tx, 'chequeDeposit', depositId)
    const matched = deposit !== null && (await isMatched(tx, 'depositId', deposit.id))
    const voided = deposit !== null && (await rowsBy(tx, 'depositVoid', 'depositId', [deposit.id])).length > 0
    return { exists: deposit !== null, voided, matched, lineUsed }
  },
}
