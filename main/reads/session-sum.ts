import { sql } from 'kysely'
import type { SessionSum } from '../../contract/desk-session.ts'
import { paidForEntry, stands } from '../../db/payments.ts'
import type { Db } from '../../db/schema.ts'
import { ENTRY_STATUSES, holdsSeat } from '../../domain/entry.ts'
import { ownCentre } from '../own-centre.ts'

/** How far a session has come: people, requests without a software, and money. Counted by SQLite: a session may have 50 000 entries. */
export async function readSessionSum(db: Db, sessionId: string): Promise<SessionSum> {
  const { rows: requests } = await sql<{ requests: number; candidates: number }>`
    select count(*) as requests, count(distinct candidate_id) as candidates from request where session_id = ${sessionId}`.execute(
    db,
  )
  const { rows: toPlace } = await sql<{ examId: string; count: number }>`
    select exam_id, count(*) as count from entry
    where session_id = ${sessionId} and status = 'requested' and offering_id is null group by exam_id order by exam_id`.execute(
    db,
  )
  return {
    requests: requests[0]?.requests ?? 0,
    candidates: requests[0]?.candidates ?? 0,
    toPlace,
    money: await readSessionMoney(db, sessionId),
  }
}

/**
 * What a session brings, in minor units of the centre's currency: due for the seats held, received for them, and beyond it what was not
 * given back. As
 * `creditByPayment` has it: of what was given for an entry, no more counts than its fee.
 */
export async function readSessionMoney(db: Db, sessionId: string): Promise<SessionSum['money']> {
  const { currency } = (await ownCentre(db)).centre
  const held = sql.join(ENTRY_STATUSES.filter(holdsSeat))
  const { rows } = await sql<{
    expected: number | null
    received: number | null
    whole: number | null
    returned: number | null
  }>`
    with held as (
      select entry.fee_amount as fee, ${paidForEntry} as given
      from entry where entry.session_id = ${sessionId} and entry.status in (${held})
    )
    select sum(fee) as expected, sum(min(fee, given)) as received, (
        select sum(amount) from payment where session_id = ${sessionId}
          and ${stands(sql.raw('payment.id'))}
      ) as whole, (
        select sum(credit_return.amount) from credit_return join payment on payment.id = payment_id where session_id = ${sessionId}
          and ${stands(sql.raw('payment.id'))}
      ) as returned
    from held`.execute(db)
  const { expected, received, whole, returned } = rows[0] ?? { expected: 0, received: 0, whole: 0, returned: 0 }
  const paid = received ?? 0
  return {
    currency,
    expected: expected ?? 0,
    received: paid,
    beyond: Math.max(0, (whole ?? 0) - (returned ?? 0) - paid),
  }
}
