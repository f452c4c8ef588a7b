import { listEnds } from '../../db/cheques.ts'
import { findCreditNote, isNumberTaken } from '../../db/payments.ts'
import { getRow } from '../../db/rows.ts'
import { creditNoteNumber } from '../../domain/credit-note.ts'
import { newId } from './context.ts'
import { drawNumber, linkOf, refuseUntilSeries } from './draw-number.ts'
import type { DeskHandler } from './handler.ts'
import { agreementOf } from './receipt-content.ts'

/** Raised when a credit note's words or layout change; reprints keep the content of their own version. */
const TEMPLATE_VERSION = 4

export const issueCreditNote: DeskHandler<'credit-note.issue'> = {
  refuse: refuseUntilSeries,
  complete: async (tx, draft, context) => {
    const receipt = typeof draft.receiptId === 'string' ? await getRow(tx, 'receipt', draft.receiptId) : null
    if (!receipt) return draft
    const ends = await listEnds(tx, [receipt.paymentId])
    const bounced = ends.find(({ outcome }) => outcome === 'bounced')
    // A receipt of before there were agreements, or given before the exams were confirmed under one.
    const payment = receipt.content.agreement === undefined ? await getRow(tx, 'payment', receipt.paymentId) : null
    const agreement = payment && (await agreementOf(tx, payment))
    const creditNoteId = newId(context)
    const said = {
      receiptId: receipt.id,
      reason: typeof draft.reason === 'string' ? draft.reason : '',
      paymentId: receipt.paymentId,
      ...(await drawNumber(tx, 'creditNote', context)),
      templateVersion: TEMPLATE_VERSION,
      original: {
        ...{ number: receipt.number, issuedAt: receipt.issuedAt, content: receipt.content },
        ...(bounced ? { bouncedOn: bounced.endedOn } : {}),
        ...(agreement === null ? {} : { agreement }),
      },
    }
    const number = creditNoteNumber(said.year, said.series, said.sequence)
    const issuedBy = context.operator.name
    const chain = await linkOf(tx, 'creditNote', { ...said, id: creditNoteId, number, issuedBy, chain: null })
    return { ...draft, creditNoteId, ...said, chain }
  },
  load: async (tx, { receiptId, ...number }) => ({
    receipt: await getRow(tx, 'receipt', receiptId),
    creditNoteNumber: (await findCreditNote(tx, receiptId))?.number ?? null,
    numberTaken: await isNumberTaken(tx, 'creditNote', number),
    // `complete` takes it from this PC's own identity.
    ownSeries: true,
  }),
}
