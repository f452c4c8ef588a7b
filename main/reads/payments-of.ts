import { sql } from 'kysely'
import type { PaymentRow } from '../../contract/desk.ts'
import { rowsBy } from '../../db/request-parts.ts'
import { getRow } from '../../db/rows.ts'
import type { Db } from '../../db/schema.ts'
import { compareText } from '../../domain/compare-text.ts'
import type { CreditNote } from '../../domain/credit-note.ts'
import { creditByPayment, type Payment, type PaymentVoid, type Receipt } from '../../domain/payment.ts'
import { joinPayment, type PaymentParts } from './payment-list.ts'
import { readPendingTouches, standingReceipts } from './session-rows.ts'

/** The money received for some entries: each payment whole, whoever else it pays for. */
export type PaymentsOf = PaymentParts & {
  /** In the order recorded. */
  payments: Payment[]
  /** All receipts of theirs, corrected ones included. */
  allReceipts: Receipt[]
  allVoids: PaymentVoid[]
  allCreditNotes: CreditNote[]
}

/** Reads by indexes: what these entries were paid with, and no other payment but those that share an entry with one of them. */
export async function readPaymentsOf(db: Db, entryIds: readonly string[]): Promise<PaymentsOf> {
  return await readAround(db, await rowsBy(db, 'payment', 'id', await paymentIdsOf(db, entryIds)))
}

/** Everything that one payment is shown with, by indexes; null when it is not (or no longer) here. */
export async function readPayment(db: Db, paymentId: string): Promise<PaymentRow | null> {
  const payment = await getRow(db, 'payment', paymentId)
  if (!payment) return null
  return joinPayment(payment, await readAround(db, [payment]), (await readPendingTouches(db)).all)
}

async function readAround(db: Db, found: readonly Payment[]): Promise<PaymentsOf> {
  const payments = found.toSorted((a, b) => compareText(a.recordedAt, b.recordedAt) || compareText(a.id, b.id))
  const ids = payments.map(({ id }) => id)
  const covered = [...new Set(payments.flatMap(({ allocations }) => allocations.map(({ entryId }) => entryId)))]
  // What is too much in a payment depends on what was paid before for the same entries.
  const around = await rowsBy(db, 'payment', 'id', [...new Set([...ids, ...(await paymentIdsOf(db, covered))])])
  const voids = await rowsBy(
    db,
    'paymentVoid',
    'paymentId',
    around.map(({ id }) => id),
  )
  const receipts = await rowsBy(db, 'receipt', 'paymentId', ids)
  const creditNotes = await rowsBy(
    db,
    'creditNote',
    'receiptId',
    receipts.map(({ id }) => id),
  )
  const entries = byId(await rowsBy(db, 'entry', 'id', covered))
  const payers = payments.map(({ payer }) => payer.id)
  const people = [...new Set([...[...entries.values()].map(({ candidateId }) => candidateId), ...payers])]
  const examIds = [...new Set([...entries.values()].map(({ examId }) => examId))]
  return {
    payments,
    allReceipts: receipts,
    allVoids: voids.filter(({ paymentId }) => ids.includes(paymentId)),
    allCreditNotes: creditNotes,
    entries,
    candidates: byId(await rowsBy(db, 'candidate', 'id', people)),
    organisations: byId(await rowsBy(db, 'organisation', 'id', [...new Set(payers)])),
    exams: byId(await rowsBy(db, 'exam', 'id', examIds)),
    voids: new Map(voids.map((row) => [row.paymentId, row])),
    receipts: standingReceipts(receipts, creditNotes),
    creditNotes: Map.groupBy(creditNotes, ({ paymentId }) => paymentId),
    credits: creditByPayment(around, new Set(voids.map(({ paymentId }) => paymentId)), entries),
  }
}

async function paymentIdsOf(db: Db, entryIds: readonly string[]): Promise<string[]> {
  if (entryIds.length === 0) return []
  const { rows } = await sql<{ paymentId: string }>`select distinct payment_id from payment_entry
    where entry_id in (select value from json_each(${JSON.stringify(entryIds)}))`.execute(db)
  return rows.map(({ paymentId }) => paymentId)
}

function byId<V extends { id: string }>(rows: readonly V[]): Map<string, V> {
  return new Map(rows.map((row) => [row.id, row]))
}
