import { findReceipt, isVoided } from '../../db/payments.ts'
import { rowsBy } from '../../db/request-parts.ts'
import { getRow } from '../../db/rows.ts'
import { newId } from './context.ts'
import type { DeskHandler } from './handler.ts'

export const voidPayment: DeskHandler<'payment.void'> = {
  complete: async (_tx, draft, context) => ({ ...draft, voidId: newId(context), voidedAt: context.clock.now() }),
  load: async (tx, { paymentId }) => ({
    payment: await getRow(tx, 'payment', paymentId),
    voided: await isVoided(tx, paymentId),
    receiptNumber: (await findReceipt(tx, paymentId))?.number ?? null,
    returned: (await rowsBy(tx, 'creditReturn', 'paymentId', [paymentId])).reduce((sum, { amount }) => sum + amount, 0),
  }),
}
