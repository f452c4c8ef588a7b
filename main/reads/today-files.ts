import { type RawBuilder, sql } from 'kysely'
import type { Today, TodayIdentity, TodayPayer } from '../../contract/desk-today.ts'
import { MOST_IDENTITIES, MOST_LINES } from '../../contract/limits.ts'
import { paidForEntry } from '../../db/payments.ts'
import type { Db } from '../../db/schema.ts'
import { fallOfEntry } from '../../db/unpaid-again.ts'
import { listUnsureIdentities } from '../../db/unsure-identities.ts'
import type { ExamSession } from '../../domain/catalogue.ts'
import { isSessionOver } from '../../domain/data-check.ts'
import { identityFaults } from '../../domain/identity-faults.ts'
import { type Clock, type Instant, type LocalDate, toLocalDate } from '../../domain/time.ts'
import { ownCentre } from '../own-centre.ts'

/** What stands out among the files of a session: identities that would be rejected, data nobody has looked at, money announced. */

export async function readIdentities(
  db: Db,
  sessionId: string,
  today: LocalDate,
  most = MOST_LINES,
): Promise<Today['identities']> {
  const found = (await listUnsureIdentities(db, sessionId, today)).flatMap(({ requestId, ...candidate }) => {
    const faults = identityFaults(candidate, today)
    const { id, birthName, usageName, firstNames } = candidate
    return faults.length > 0 ? [{ candidate: { id, birthName, usageName, firstNames }, requestId, faults }] : []
  })
  return { total: found.length, rows: found.slice(0, most) }
}

/** All of them, as far as a person would go through them in one sitting. */
export async function listIdentities(db: Db, clock: Clock, sessionId: string): Promise<TodayIdentity[]> {
  const { timeZone } = (await ownCentre(db)).centre
  return (await readIdentities(db, sessionId, toLocalDate(clock.now(), timeZone), MOST_IDENTITIES)).rows
}

export async function readDataCheck(
  db: Db,
  session: ExamSession,
  { now, timeZone }: { now: Instant; timeZone: string },
): Promise<Today['dataCheck']> {
  if (isSessionOver(session, now, timeZone)) return null
  const { rows } = await sql<{ askedAt: Instant | null }>`
    select max(asked_at) as asked_at from data_check where session_id = ${session.id}`.execute(db)
  const askedAt = rows[0]?.askedAt
  if (!askedAt) return null
  const { rows: people } = await sql<{ unchecked: number }>`
    select count(distinct candidate_id) as unchecked from request
    where session_id = ${session.id} and data_checked_at is null
      and exists (select 1 from entry where request_id = request.id and status in ('prevalidated', 'confirmed'))`.execute(
    db,
  )
  const unchecked = people[0]?.unchecked ?? 0
  return unchecked > 0 ? { askedAt, unchecked } : null
}

/**
 * Organisations that announced that they pay and still owe something for a seat that is held; what is on its way counts as here.
 * @param but what is not counted, in a query of `entry`; absent: all of it is
 */
export async function listAwaitedPayers(
  db: Db,
  sessionId: string,
  but: RawBuilder<unknown> = sql`false`,
): Promise<TodayPayer[]> {
  const { rows } = await sql<Omit<TodayPayer, 'onAccount'> & { onAccount: number }>`
    with owed as (
      select entry.candidate_id, entry.request_id, entry.status, entry.currency, entry.deadline_on, entry.deadline_at,
        request.organisation_id, entry.fee_amount - ${paidForEntry} as due
      from request join entry on entry.request_id = request.id
      where request.organisation_id is not null and request.session_id = ${sessionId}
        and entry.status in ('prevalidated', 'confirmed') and not (${but})
    )
    select organisation.id as organisation_id, organisation.name, organisation.on_account,
      count(distinct owed.candidate_id) as people, sum(owed.due) as due, min(owed.currency) as currency,
      min(case owed.status when 'prevalidated' then owed.deadline_on end) as deadline_on,
      min(case owed.status when 'prevalidated' then owed.deadline_at end) as deadline_at,
      min(owed.request_id) as request_id
    from owed join organisation on organisation.id = owed.organisation_id
    where owed.due > 0
    group by organisation.id
    order by deadline_at is null, deadline_at, organisation.name, organisation.id`.execute(db)
  return rows.map(({ onAccount, ...row }) => ({ ...row, onAccount: onAccount === 1 }))
}

/**
 * The first of them, and how many there are. What is owed again has a line of its own, under the payment that fell: the same money does not
 * stand twice.
 */
export async function readPayers(db: Db, sessionId: string): Promise<Today['payers']> {
  const again = sql`coalesce(${fallOfEntry} = 'cheque-bounced' or (entry.status = 'confirmed' and ${fallOfEntry} = 'payment-voided'), false)`
  const payers = await listAwaitedPayers(db, sessionId, again)
  return { total: payers.length, rows: payers.slice(0, MOST_LINES) }
}
