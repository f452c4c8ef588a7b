import { sql } from 'kysely'
import type { CashDay } from '../../contract/desk-money.ts'
import { stands } from '../../db/payments.ts'
import type { Db } from '../../db/schema.ts'
import { type Clock, type LocalDate, toLocalDate } from '../../domain/time.ts'
import { ownCentre } from '../own-centre.ts'
import { paymentRows } from './cheque-list.ts'

/** As many days as one chooses among. */
const MOST_DAYS = 60

/** The cash received on a day, by the date on its receipts, whatever the session. */
export async function readCashDay(db: Db, clock: Clock, on: LocalDate): Promise<CashDay> {
  const { centre } = await ownCentre(db)
  const { rows } = await sql<{ id: string }>`
    select id from payment where method = 'cash' and received_on = ${on}`.execute(db)
  const payments = await paymentRows(
    db,
    rows.map(({ id }) => id),
  )
  const standing = payments.filter(({ voided }) => !voided)
  return {
    on,
    payments,
    count: standing.length,
    total: standing.reduce((sum, { amount }) => sum + amount, 0),
    currency: centre.currency,
    days: await listDays(db, [on, toLocalDate(clock.now(), centre.timeZone)]),
  }
}

async function listDays(db: Db, besides: readonly LocalDate[]): Promise<CashDay['days']> {
  const { rows } = await sql<{ on: LocalDate; total: number }>`
    select received_on as "on", sum(amount) as total from payment
    where method = 'cash' and ${stands(sql.raw('payment.id'))}
    group by received_on order by received_on desc limit ${MOST_DAYS}`.execute(db)
  const days = new Map(rows.map(({ on, total }) => [on, total]))
  for (const day of besides) days.set(day, days.get(day) ?? 0)
  return [...days].map(([on, total]) => ({ on, total })).sort((a, b) => (a.on < b.on ? 1 : -1))
}
