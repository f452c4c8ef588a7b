import type { PaymentRow } from '../../contract/desk.ts'
import { fullName } from '../../domain/candidate.ts'
import type { AsItStands } from '../../domain/credit.ts'
import type { ById, EntityValue } from '../../domain/entities.ts'
import type { Payment } from '../../domain/payment.ts'

/** What a payment is shown with. */
export type PaymentParts = {
  candidates: ById<'candidate'>
  organisations: ById<'organisation'>
  entries: ById<'entry'>
  exams: ById<'exam'>
  /** By payment. */
  voids: ReadonlyMap<string, EntityValue<'paymentVoid'>>
  /** The receipt of each payment that stands, by payment: one that a credit note has corrected no longer counts. */
  receipts: ReadonlyMap<string, EntityValue<'receipt'>>
  creditNotes: ReadonlyMap<string, readonly EntityValue<'creditNote'>[]>
  /** What the bank answered about each, and the first slip that lists it, by payment. */
  ends: ReadonlyMap<string, EntityValue<'chequeEnd'>>
  deposits: ReadonlyMap<string, EntityValue<'chequeDeposit'>>
  /** Minor units that are awaited again of each payment whose cheque bounced. */
  awaited: ReadonlyMap<string, number>
  returns: ReadonlyMap<string, readonly EntityValue<'creditReturn'>[]>
  /** Minor units of each payment that pay for nothing. */
  credits: ReadonlyMap<string, number>
}

/** @param pending `entity/id` of the rows that commands on their way concern */
export function joinPayment(
  { returned: _returned, ...payment }: AsItStands<Payment>,
  rows: PaymentParts,
  pending: ReadonlySet<string>,
): PaymentRow {
  const voided = rows.voids.get(payment.id) ?? null
  const receipt = rows.receipts.get(payment.id)
  const deposit = rows.deposits.get(payment.id)
  return {
    ...payment,
    payerName: payerName(payment, rows),
    entries: payment.allocations.flatMap(({ entryId, amount }) => {
      const entry = rows.entries.get(entryId)
      const candidate = entry && rows.candidates.get(entry.candidateId)
      if (!entry) return []
      return {
        entryId,
        amount,
        status: entry.status,
        examCode: rows.exams.get(entry.examId)?.code ?? entry.examId,
        candidateId: entry.candidateId,
        candidateName: candidate ? fullName(candidate) : '',
      }
    }),
    voided,
    receipt: receipt ? { id: receipt.id, number: receipt.number, issuedAt: receipt.issuedAt } : null,
    creditNotes: (rows.creditNotes.get(payment.id) ?? []).map(({ id, number, issuedAt, original }) => ({
      id,
      number,
      issuedAt,
      receiptNumber: original.number,
    })),
    end: rows.ends.get(payment.id) ?? null,
    deposit: deposit ? { id: deposit.id, depositedOn: deposit.depositedOn } : null,
    awaited: rows.awaited.get(payment.id) ?? 0,
    credit: rows.credits.get(payment.id) ?? 0,
    returns: (rows.returns.get(payment.id) ?? []).map(({ id, amount, means, returnedOn, returnedBy, note }) => ({
      ...{ id, amount, means, returnedOn, returnedBy, note },
    })),
    pending: pending.has(`payment/${payment.id}`),
  }
}

function payerName({ payer }: Payment, rows: PaymentParts): string {
  if (payer.kind === 'organisation') return rows.organisations.get(payer.id)?.name ?? ''
  const candidate = rows.candidates.get(payer.id)
  return candidate ? fullName(candidate) : ''
}
