import { findCreditNote, isCreditNoteNumberTaken, nextCreditNoteSequence } from '../../db/payments.ts'
import { getRow } from '../../db/rows.ts'
import { toLocalDate } from '../../domain/time.ts'
import { ownCentre } from '../own-centre.ts'
import { newId } from './context.ts'
import type { DeskHandler } from './handler.ts'

/** Raised when a credit note's words or layout change; reprints keep the content of their own version. */
const TEMPLATE_VERSION = 1

export const issueCreditNote: DeskHandler<'credit-note.issue'> = {
  refuse: ({ seriesAwaited }) => (seriesAwaited ? { code: 'series-awaited' } : null),
  complete: async (tx, draft, context) => {
    const receipt = typeof draft.receiptId === 'string' ? await getRow(tx, 'receipt', draft.receiptId) : null
    if (!receipt) return draft
    const issuedAt = context.clock.now()
    const year = Number(toLocalDate(issuedAt, (await ownCentre(tx)).centre.timeZone).slice(0, 4))
    return {
      ...draft,
      creditNoteId: newId(context),
      paymentId: receipt.paymentId,
      series: context.series,
      year,
      sequence: await nextCreditNoteSequence(tx, context.series, year),
      issuedAt,
      templateVersion: TEMPLATE_VERSION,
      original: { number: receipt.number, issuedAt: receipt.issuedAt, content: receipt.content },
    }
  },
  load: async (tx, { receiptId, series, year, sequence }) => ({
    receipt: await getRow(tx, 'receipt', receiptId),
    creditNoteNumber: (await findCreditNote(tx, receiptId))?.number ?? null,
    numberTaken: await isCreditNoteNumberTaken(tx, series, year, sequence),
    // `complete` takes it from this PC's own identity.
    ownSeries: true,
  }),
}
