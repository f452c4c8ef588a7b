import type { PaymentRow } from '../../contract/desk.ts'
import type { Db } from '../../db/schema.ts'
import { fullName } from '../../domain/candidate.ts'
import type { Payment } from '../../domain/payment.ts'
import { readPendingTouches, readSession, type SessionRows } from './session-rows.ts'

/** The payments of a session, newest first. */
export async function listPayments(db: Db, sessionId: string): Promise<PaymentRow[]> {
  const rows = await readSession(db, sessionId)
  const { all } = await readPendingTouches(db)
  return [...rows.payments.values()]
    .sort((a, b) => b.recordedAt.localeCompare(a.recordedAt) || b.id.localeCompare(a.id))
    .map((payment) => joinPayment(payment, rows, all))
}

/** What a payment is shown with. */
export type PaymentParts = Pick<
  SessionRows,
  'candidates' | 'organisations' | 'entries' | 'exams' | 'voids' | 'receipts' | 'creditNotes' | 'credits'
>

export function joinPayment(payment: Payment, rows: PaymentParts, pending: ReadonlySet<string>): PaymentRow {
  const voided = rows.voids.get(payment.id) ?? null
  const receipt = rows.receipts.get(payment.id)
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
    credit: rows.credits.get(payment.id) ?? 0,
    pending: pending.has(`payment/${payment.id}`),
  }
}

function payerName({ payer }: Payment, rows: PaymentParts): string {
  if (payer.kind === 'organisation') return rows.organisations.get(payer.id)?.name ?? ''
  const candidate = rows.candidates.get(payer.id)
  return candidate ? fullName(candidate) : ''
}
