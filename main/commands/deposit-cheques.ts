import { listDeposited, listEnds } from '../../db/cheques.ts'
import { rowsBy } from '../../db/request-parts.ts'
import { getRows } from '../../db/rows.ts'
import { ownCentre } from '../own-centre.ts'
import { newId } from './context.ts'
import type { DeskHandler } from './handler.ts'

export const depositCheques: DeskHandler<'cheque.deposit'> = {
  complete: async (tx, draft, context) => {
    const { centre } = await ownCentre(tx)
    const ids = Array.isArray(draft.paymentIds) ? draft.paymentIds.filter((id) => typeof id === 'string') : []
    const total = (await getRows(tx, 'payment', ids)).reduce((sum, { amount }) => sum + amount, 0)
    return {
      ...{ reference: null, currency: centre.currency, total },
      ...draft,
      ...{ depositId: newId(context), depositedAt: context.clock.now() },
    }
  },
  load: async (tx, { paymentIds }) => ({
    centre: (await ownCentre(tx)).centre,
    payments: await getRows(tx, 'payment', paymentIds),
    voided: new Set((await rowsBy(tx, 'paymentVoid', 'paymentId', paymentIds)).map(({ paymentId }) => paymentId)),
    deposited: await listDeposited(tx, paymentIds),
    ended: new Set((await listEnds(tx, paymentIds)).map(({ paymentId }) => paymentId)),
  }),
}
