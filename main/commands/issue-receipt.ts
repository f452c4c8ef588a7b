import { isBounced } from '../../db/cheques.ts'
import { findReceipt, isNumberTaken, isVoided } from '../../db/payments.ts'
import { getRow } from '../../db/rows.ts'
import { receiptNumber } from '../../domain/payment.ts'
import { newId } from './context.ts'
import { drawNumber, linkOf, refuseUntilSeries } from './draw-number.ts'
import type { DeskHandler } from './handler.ts'
import { receiptContent } from './receipt-content.ts'

/** Raised when a receipt's words or layout change; reprints keep the content of their own version. */
const TEMPLATE_VERSION = 3

export const issueReceipt: DeskHandler<'receipt.issue'> = {
  refuse: refuseUntilSeries,
  complete: async (tx, draft, context, created) => {
    const paymentId = typeof draft.paymentId === 'string' ? draft.paymentId : created
    const payment = paymentId === null ? null : await getRow(tx, 'payment', paymentId)
    if (!payment) return { ...draft, paymentId }
    const receiptId = newId(context)
    const said = {
      paymentId: payment.id,
      ...(await drawNumber(tx, 'receipt', context)),
      templateVersion: TEMPLATE_VERSION,
      content: await receiptContent(tx, payment, context.operator.name),
    }
    const number = receiptNumber(said.year, said.series, said.sequence)
    const chain = await linkOf(tx, 'receipt', { ...said, id: receiptId, number, chain: null })
    return { receiptId, ...said, chain }
  },
  load: async (tx, { paymentId, ...number }) => ({
    payment: await getRow(tx, 'payment', paymentId),
    voided: await isVoided(tx, paymentId),
    bounced: await isBounced(tx, paymentId),
    receiptNumber: (await findReceipt(tx, paymentId))?.number ?? null,
    numberTaken: await isNumberTaken(tx, 'receipt', number),
    // `complete` takes it from this PC's own identity.
    ownSeries: true,
  }),
}
