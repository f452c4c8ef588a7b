import { sql } from 'kysely'
import type { Today, TodayBounced } from '../../contract/desk-today.ts'
import { MOST_LINES } from '../../contract/limits.ts'
import { paidForEntry } from '../../db/payments.ts'
import type { Db } from '../../db/schema.ts'
import { ENTRY_STATUSES, holdsSeat } from '../../domain/entry.ts'
import { readPayerNames } from './payer-names.ts'

/**
 * Cheques that bounced, as long as something that they were to pay for is still owed and holds its seat: those awaited the earliest
 * first.
 */
export async function readBounced(db: Db, sessionId: string): Promise<Today['bounced']> {
  const held = sql.join(ENTRY_STATUSES.filter(holdsSeat))
  const { rows } = await sql<Omit<TodayBounced, 'payerName'>>`
    select payment.id as payment_id, payment.currency, cheque_end.ended_on, cheque_end.due_on, min(entry.request_id) as request_id,
      min(entry.candidate_id) as candidate_id, sum(entry.fee_amount - ${paidForEntry}) as due
    from cheque_end join payment on payment.id = cheque_end.payment_id
      join payment_entry on payment_entry.payment_id = payment.id and payment_entry.amount > 0 join entry on entry.id = payment_entry.entry_id
    where cheque_end.outcome = 'bounced' and payment.session_id = ${sessionId} and entry.status in (${held})
      and entry.fee_amount > ${paidForEntry}
      and not exists (select 1 from payment_void where payment_void.payment_id = payment.id)
    group by payment.id
    order by cheque_end.due_on, payment.id`.execute(db)
  const shown = rows.slice(0, MOST_LINES)
  const names = await readPayerNames(
    db,
    shown.map(({ paymentId }) => paymentId),
  )
  return { total: rows.length, rows: shown.map((line) => ({ ...line, payerName: names.get(line.paymentId) ?? '' })) }
}
