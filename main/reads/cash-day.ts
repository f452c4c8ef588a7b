import { sql } from 'kysely'
import type { CashDay } from '../../contract/desk-money.ts'
import { stands } from '../../db/payments.ts'
import type { Db } from '../../db/schema.ts'
import { byId } from '../../domain/by-id.ts'
import { type Clock, type LocalDate, toLocalDate } from '../../domain/time.ts'
import { ownCentre } from '../own-centre.ts'
import { paymentRows } from './cheque-list.ts'

/** As many days as one chooses among. */
const MOST_DAYS = 60

/** The cash received on a day, by the date on its receipts, and given back on it, whatever the session. */
export async function readCashDay(db: Db, clock: Clock, on: LocalDate): Promise<CashDay> {
  const { centre } = await ownCentre(db)
  const { rows } = await sql<{ id: string }>`
    select id from payment where method = 'cash' and received_on = ${on}`.execute(db)
  const payments = await paymentRows(
    db,
    rows.map(({ id }) => id),
  )
  const standing = payments.filter(({ voided }) => !voided)
  const received = standing.reduce((sum, { amount }) => sum + amount, 0)
  const returns = await listReturns(db, on)
  const returned = returns.reduce((sum, { amount }) => sum + amount, 0)
  return {
    ...{ on, payments, count: standing.length, received, returns, returned, total: received - returned },
    currency: centre.currency,
    days: await listDays(db, [on, toLocalDate(clock.now(), centre.timeZone)]),
  }
}

async function listReturns(db: Db, on: LocalDate): Promise<CashDay['returns']> {
  const { rows } = await sql<{ id: string; paymentId: string; amount: number; returnedBy: string }>`
    select id, payment_id, amount, returned_by from credit_return where means = 'cash' and returned_on = ${on}
    order by returned_at, id`.execute(db)
  const payments = byId(
    await paymentRows(
      db,
      rows.map(({ paymentId }) => paymentId),
    ),
  )
  return rows.flatMap(({ id, paymentId, amount, returnedBy: by }) => {
    const payment = payments.get(paymentId)
    if (!payment) return []
    const { payer, payerName, sessionLabel, receipt } = payment
    return { id, payer, payerName, sessionLabel, receiptNumber: receipt?.number ?? null, amount, by }
  })
}

async function listDays(db: Db, besides: readonly LocalDate[]): Promise<CashDay['days']> {
  const { rows } = await sql<{ on: LocalDate; total: number }>`
    select "on", sum(amount) as total from (
      select received_on as "on", amount from payment where method = 'cash' and ${stands(sql.raw('payment.id'))}
      union all select returned_on, -amount from credit_return where means = 'cash')
    group by "on" order by "on" desc limit ${MOST_DAYS}`.execute(db)
  const days = new Map(rows.map(({ on, total }) => [on, total]))
  for (const day of besides) days.set(day, days.get(day) ?? 0)
  return [...days].map(([on, total]) => ({ on, total })).sort((a, b) => (a.on < b.on ? 1 : -1))
}
