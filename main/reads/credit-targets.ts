import { sql } from 'kysely'
import type { CreditTargets } from '../../contract/desk-money.ts'
import { MOST_ROWS } from '../../contract/limits.ts'
import { paidForEntry } from '../../db/payments.ts'
import { getRow } from '../../db/rows.ts'
import type { Db } from '../../db/schema.ts'
import { ENTRY_STATUSES, holdsSeat } from '../../domain/entry.ts'
import { readRequests } from './request-list.ts'

/**
 * The requests of a payment's session that what is left of it may still pay for (`isForPayer`): its payer's own, those announced as paid
 * by them, those of the people that it paid for; the oldest first, as many as one click may concern.
 */
export async function listCreditTargets(db: Db, paymentId: string): Promise<CreditTargets> {
  const payment = await getRow(db, 'payment', paymentId)
  if (!payment) return { requests: [], left: 0 }
  const { sessionId, payer } = payment
  const held = sql.join(ENTRY_STATUSES.filter(holdsSeat))
  const { rows } = await sql<{ id: string }>`
    with paid_for as (select candidate_id from entry
      where id in (select entry_id from payment_entry where payment_id = ${paymentId}))
    select id from request
    where session_id = ${sessionId} and (candidate_id in (select candidate_id from paid_for)
        or ${payer.kind === 'candidate' ? sql`candidate_id` : sql`organisation_id`} = ${payer.id})
      and exists (select 1 from entry where request_id = request.id and status in (${held}) and fee_amount > ${paidForEntry})
    order by received_at, id`.execute(db)
  const ids = rows.map(({ id }) => id)
  return {
    requests: await readRequests(db, ids.slice(0, MOST_ROWS)),
    left: Math.max(0, ids.length - MOST_ROWS),
  }
}
