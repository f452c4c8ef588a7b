import { findReceipt, isNumberTaken, isVoided, nextReceiptSequence } from '../../db/payments.ts'
import { getRow } from '../../db/rows.ts'
import { toLocalDate } from '../../domain/time.ts'
import { ownCentre } from '../own-centre.ts'
import { newId } from './context.ts'
import type { DeskHandler } from './handler.ts'
import { receiptContent } from './receipt-content.ts'

/** Raised when a receipt's words or layout change; reprints keep the content of their own version. */
const TEMPLATE_VERSION = 1

export const issueReceipt: DeskHandler<'receipt.issue'> = {
  refuse: ({ seriesAwaited }) => (seriesAwaited ? { code: 'series-awaited' } : null),
  // The number is drawn here, in the transaction that keeps the row: no gap, no draft with a number.
  complete: async (tx, draft, context, created) => {
    const paymentId = typeof draft.paymentId === 'string' ? draft.paymentId : created
    const payment = paymentId === null ? null : await getRow(tx, 'payment', paymentId)
    if (!payment) return { ...draft, paymentId }
    const issuedAt = context.clock.now()
    const year = Number(toLocalDate(issuedAt, (await ownCentre(tx)).centre.timeZone).slice(0, 4))
    return {
      receiptId: newId(context),
      paymentId,
      series: context.series,
      year,
      sequence: await nextReceiptSequence(tx, context.series, year),
      issuedAt,
      templateVersion: TEMPLATE_VERSION,
      content: await receiptContent(tx, payment, context.operator.name),
    }
  },
  load: async (tx, { paymentId, series, year, sequence }) => ({
    payment: await getRow(tx, 'payment', paymentId),
    voided: await isVoided(tx, paymentId),
    receiptNumber: (await findReceipt(tx, paymentId))?.number ?? null,
    numberTaken: await isNumberTaken(tx, series, year, sequence),
    // `complete` takes it from this PC's own identity.
    ownSeries: true,
  }),
}
