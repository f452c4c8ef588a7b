import { findReceipt, isNumberTaken, isVoided } from '../../db/payments.ts'
import { getRow } from '../../db/rows.ts'
import { newId } from './context.ts'
import { drawNumber, refuseUntilSeries } from './draw-number.ts'
import type { DeskHandler } from './handler.ts'
import { receiptContent } from './receipt-content.ts'

/** Raised when a receipt's words or layout change; reprints keep the content of their own version. */
const TEMPLATE_VERSION = 1

export const issueReceipt: DeskHandler<'receipt.issue'> = {
  refuse: refuseUntilSeries,
  complete: async (tx, draft, context, created) => {
    const paymentId = typeof draft.paymentId === 'string' ? draft.paymentId : created
    const payment = paymentId === null ? null : await getRow(tx, 'payment', paymentId)
    if (!payment) return { ...draft, paymentId }
    return {
      receiptId: newId(context),
      paymentId,
      ...(await drawNumber(tx, 'receipt', context)),
      templateVersion: TEMPLATE_VERSION,
      content: await receiptContent(tx, payment, context.operator.name),
    }
  },
  load: async (tx, { paymentId, ...number }) => ({
    payment: await getRow(tx, 'payment', paymentId),
    voided: await isVoided(tx, paymentId),
    receiptNumber: (await findReceipt(tx, paymentId))?.number ?? null,
    numberTaken: await isNumberTaken(tx, 'receipt', number),
    // `complete` takes it from this PC's own identity.
    ownSeries: true,
  }),
}
