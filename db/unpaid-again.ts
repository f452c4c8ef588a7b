import { sql } from 'kysely'
import type { Fall } from '../domain/fell.ts'
import { endStands } from './cheques.ts'
import { paidForEntry, stands } from './payments.ts'
import type { Db, Tx } from './schema.ts'

/** In a query of `entry`: its payer pays later, by agreement. */
export const isOnAccount = sql<boolean>`exists (
  select 1 from request join organisation on organisation.id = request.organisation_id
  where request.id = entry.request_id and organisation.on_account)`

// An amount of zero: it was moved to another entry before, which it paid for instead.
/** In a query of `entry`: a cheque that was to pay for it bounced; whether something else has since is another matter. */
export const chequeBounced = sql<boolean>`exists (
  select 1 from payment_entry join cheque_end on cheque_end.payment_id = payment_entry.payment_id
  where payment_entry.entry_id = entry.id and payment_entry.amount > 0 and cheque_end.outcome = 'bounced' and ${endStands}
    and not exists (select 1 from payment_void where payment_void.payment_id = payment_entry.payment_id))`

const voided = sql<boolean>`exists (
  select 1 from payment_entry join payment_void on payment_void.payment_id = payment_entry.payment_id
  where payment_entry.entry_id = entry.id and payment_entry.amount > 0) and not ${isOnAccount}`

/**
 * In a query of `entry`: why it owes again, as long as nothing has paid for it since; null of any other. A bounced cheque goes first: it
 * has a day of its own until when the money is awaited.
 */
export const fallOfEntry = sql<Fall | null>`case
  when entry.fee_amount <= ${paidForEntry} then null
  when ${chequeBounced} then 'cheque-bounced'
  when ${voided} then 'payment-voided' end`

/** In a query of `entry`: the payment whose cheque bounced last of those that were to pay for it. */
export const lastBounced = sql<string | null>`(
  select payment_entry.payment_id from payment_entry join cheque_end on cheque_end.payment_id = payment_entry.payment_id
  where payment_entry.entry_id = entry.id and payment_entry.amount > 0 and cheque_end.outcome = 'bounced' and ${endStands}
    and not exists (select 1 from payment_void where payment_void.payment_id = payment_entry.payment_id)
  order by cheque_end.noted_at desc, payment_entry.payment_id desc limit 1)`

/** In a query of `entry`: the payment taken back last of those that had paid for it. */
export const lastVoided = sql<string | null>`(
  select payment_entry.payment_id from payment_entry join payment_void on payment_void.payment_id = payment_entry.payment_id
  where payment_entry.entry_id = entry.id and payment_entry.amount > 0
  order by payment_void.voided_at desc, payment_entry.payment_id desc limit 1)`

/** Those of these entries that owe again, and why. */
export async function listFallen(db: Db | Tx, entryIds: readonly string[]): Promise<Map<string, Fall>> {
  if (entryIds.length === 0) return new Map()
  const { rows } = await sql<{ id: string; fall: Fall | null }>`
    select id, ${fallOfEntry} as fall from entry
    where id in (select value from json_each(${JSON.stringify(entryIds)}))`.execute(db)
  return new Map(rows.flatMap(({ id, fall }) => (fall ? [[id, fall] as const] : [])))
}

/**
 * Whose entries would be, or are, confirmed without this payment and without the money: nothing else pays for all of them, and nobody
 * pays for them on account.
 * @returns ids of candidates, each once
 */
export async function listUnpaidWithout(db: Db | Tx, paymentId: string): Promise<string[]> {
  const { rows } = await sql<{ candidateId: string }>`
    select distinct entry.candidate_id from payment_entry as own join entry on entry.id = own.entry_id
    where own.payment_id = ${paymentId} and own.amount > 0 and entry.status = 'confirmed' and not ${isOnAccount}
      and entry.fee_amount > coalesce((select sum(amount) from payment_entry where entry_id = entry.id
        and payment_id <> ${paymentId} and ${stands(sql.raw('payment_entry.payment_id'))}), 0)`.execute(db)
  return rows.map(({ candidateId }) => candidateId)
}
