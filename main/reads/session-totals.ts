import type { SessionTotals } from '../../contract/desk-money.ts'
import { listEnds } from '../../db/cheques.ts'
import { rowsBy } from '../../db/request-parts.ts'
import { listRowsOfSession } from '../../db/rows.ts'
import type { Db } from '../../db/schema.ts'
import { byId } from '../../domain/by-id.ts'
import { bouncedOf } from '../../domain/cheque.ts'
import { asTheyStand } from '../../domain/credit.ts'
import { moneyTotals } from '../../domain/money-totals.ts'
import { ownCentre } from '../own-centre.ts'

/** The money of a session by method and by exam: read from the rows themselves, so that it equals the payments listed. */
export async function readSessionTotals(db: Db, sessionId: string): Promise<SessionTotals> {
  const { currency } = (await ownCentre(db)).centre
  const recorded = await listRowsOfSession(db, 'payment', sessionId)
  const ids = recorded.map(({ id }) => id)
  const uses = await rowsBy(db, 'creditUse', 'paymentId', ids)
  const payments = asTheyStand(recorded, uses, await rowsBy(db, 'creditReturn', 'paymentId', ids))
  const voided = new Set((await rowsBy(db, 'paymentVoid', 'paymentId', ids)).map(({ paymentId }) => paymentId))
  const bounced = bouncedOf(await listEnds(db, ids))
  const own = await listRowsOfSession(db, 'entry', sessionId)
  const known = new Set(own.map(({ id }) => id))
  const elsewhere = payments.flatMap(({ allocations }) => allocations.map(({ entryId }) => entryId))
  const others = await rowsBy(db, 'entry', 'id', [...new Set(elsewhere.filter((id) => !known.has(id)))])
  const totals = moneyTotals(payments, [...own, ...others], voided, bounced)
  const exams = byId(
    await rowsBy(
      db,
      'exam',
      'id',
      totals.exams.map(({ examId }) => examId),
    ),
  )
  const receipted = await receiptedPayments(db, ids)
  const standing = payments.filter(({ id }) => !voided.has(id) && !bounced.has(id))
  const counted = (some: typeof standing) => ({
    count: some.length,
    amount: some.reduce((sum, { amount }) => sum + amount, 0),
  })
  return {
    ...totals,
    currency,
    exams: totals.exams
      .map((exam) => ({
        ...exam,
        code: exams.get(exam.examId)?.code ?? exam.examId,
        label: exams.get(exam.examId)?.label ?? '',
      }))
      .sort((a, b) => (a.code < b.code ? -1 : 1)),
    receipted: counted(standing.filter(({ id }) => receipted.has(id))),
    unreceipted: counted(standing.filter(({ id }) => !receipted.has(id))),
  }
}

/** Those that have a receipt which no credit note has corrected. */
async function receiptedPayments(db: Db, ids: readonly string[]): Promise<Set<string>> {
  const receipts = await rowsBy(db, 'receipt', 'paymentId', ids)
  const notes = await rowsBy(
    db,
    'creditNote',
    'receiptId',
    receipts.map(({ id }) => id),
  )
  const corrected = new Set(notes.map(({ receiptId }) => receiptId))
  return new Set(receipts.flatMap(({ id, paymentId }) => (corrected.has(id) ? [] : paymentId)))
}
