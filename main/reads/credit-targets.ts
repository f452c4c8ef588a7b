import { sql } from 'kysely'
import type { CreditTargets } from '../../contract/desk-money.ts'
import { MOST_ROWS } from '../../contract/limits.ts'
import { paidForEntry } from '../../db/payments.ts'
import { getRow } from '../../db/rows.ts'
import type { Db } from '../../db/schema.ts'
import { ENTRY_STATUSES, holdsSeat } from '../../domain/entry.ts'
import { readRequests } from './request-list.ts'

/**
 * The requests that what is left of each of these payments may still pay for, the oldest first, as many as one click may concern: any of
 * the credits may then go to any of them.
 */
export async function listCreditTargets(db: Db, paymentIds: readonly string[]): Promise<CreditTargets> {
  const [first = [], ...others] = await Promise.all(paymentIds.map((paymentId) => listTargetsOf(db, paymentId)))
  const allowed = others.map((ids) => new Set(ids))
  const ids = first.filter((id) => allowed.every((some) => some.has(id)))
  return {
    requests: await readRequests(db, ids.slice(0, MOST_ROWS)),
    left: Math.max(0, ids.length - MOST_ROWS),
  }
}

/**
 * Of a payment (`isForPayer`): the requests of its session that are its payer's own, those announced as paid by them, those of the people
 * that it paid for.
 */
async function listTargetsOf(db: Db, paymentId: string): Promise<string[]> {
  const payment = await getRow(db, 'payment', paymentId)
  if (!payment) return []
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
  return rows.map(({ id }) => id)
}
