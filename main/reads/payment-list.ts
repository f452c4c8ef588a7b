import type { PaymentRow } from '../../contract/desk.ts'
import { getRow, listRowsOfSession } from '../../db/rows.ts'
import type { Db } from '../../db/schema.ts'
import { joinPayment } from './payment-row.ts'
import { readPaymentsAround } from './payments-of.ts'
import { readPendingTouches } from './pending-touches.ts'

/** The payments of a session, newest first. */
export async function listPayments(db: Db, sessionId: string): Promise<PaymentRow[]> {
  const parts = await readPaymentsAround(db, await listRowsOfSession(db, 'payment', sessionId))
  const { all } = await readPendingTouches(db)
  return parts.payments.map((payment) => joinPayment(payment, parts, all)).reverse()
}

/** Everything that one payment is shown with, by indexes; null when it is not (or no longer) here. */
export async function readPayment(db: Db, paymentId: string): Promise<PaymentRow | null> {
  const payment = await getRow(db, 'payment', paymentId)
  if (!payment) return null
  const parts = await readPaymentsAround(db, [payment])
  const [now] = parts.payments
  return now ? joinPayment(now, parts, (await readPendingTouches(db)).all) : null
}
