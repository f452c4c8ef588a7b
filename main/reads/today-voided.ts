import { sql } from 'kysely'
import type { Today, TodayVoided } from '../../contract/desk-today.ts'
import { MOST_LINES } from '../../contract/limits.ts'
import { paidForEntry } from '../../db/payments.ts'
import type { Db } from '../../db/schema.ts'
import { fallOfEntry } from '../../db/unpaid-again.ts'
import { readPayerNames } from './payer-names.ts'

/**
 * Payments taken back of which what they had confirmed owes again, those taken back first before the others. Of an exam paid and taken
 * back twice only the last counts: it is owed once.
 */
export async function readVoided(db: Db, sessionId: string): Promise<Today['voided']> {
  // Read often, and few payments are taken back: `cross join` begins with those, whatever SQLite believes. Beside `min(owed.id)` the
  // request, and whose it is, are those of that row.
  const { rows } = await sql<Omit<TodayVoided, 'payerName'> & { firstId: string }>`
    with fallen as materialized (
      select distinct payment_entry.entry_id from payment_void cross join payment_entry using (payment_id)),
    owed as materialized (
      select entry.id, entry.request_id, entry.candidate_id, entry.fee_amount - ${paidForEntry} as due, (
          select payment_void.payment_id from payment_void join payment_entry using (payment_id)
          where payment_entry.entry_id = entry.id and payment_entry.amount > 0
          order by payment_void.voided_at desc, payment_void.id desc limit 1) as payment_id
      from fallen cross join entry on entry.id = fallen.entry_id
      where entry.session_id = ${sessionId} and entry.status = 'confirmed' and ${fallOfEntry} = 'payment-voided')
    select payment.id as payment_id, payment.currency, sum(owed.due) as due,
      (select min(voided_at) from payment_void where payment_void.payment_id = payment.id) as voided_at,
      min(owed.id) as first_id, owed.request_id, owed.candidate_id
    from owed join payment on payment.id = owed.payment_id
    group by payment.id
    order by voided_at, payment.id`.execute(db)
  const shown = rows.slice(0, MOST_LINES)
  const names = await readPayerNames(
    db,
    shown.map(({ paymentId }) => paymentId),
  )
  return {
    total: rows.length,
    rows: shown.map(({ firstId: _, ...line }) => ({ ...line, payerName: names.get(line.paymentId) ?? '' })),
  }
}
