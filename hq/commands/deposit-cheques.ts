import { sql } from 'kysely'
import type { Payment } from '../../domain/payment.ts'
import type { Tx } from '../db/open.ts'
import { toValue } from '../db/rows.ts'
import type { Loader } from './loader.ts'
import { ownCentre } from './own-centre.ts'
import { readEnds } from './standing-payments.ts'

/** Under the locks of its payments, by id: of two slips with one cheque, judged at the same instant, the second sees the first. */
export const loadDepositCheques: Loader<'cheque.deposit'> = async (tx, centreId, { paymentIds }) => {
  const payments = await lockPayments(tx, centreId, paymentIds)
  return {
    facts: {
      centre: (await ownCentre(tx, centreId)).centre,
      payments,
      voided: await readVoidedIds(tx, centreId, paymentIds),
      deposited: await readDepositedIds(tx, centreId, paymentIds),
      ended: new Set((await readEnds(tx, centreId, paymentIds)).map(({ paymentId }) => paymentId)),
    },
    subject: { requestId: null, entryIds: [], paymentId: payments.length === 1 ? (payments[0]?.id ?? null) : null },
  }
}

/** These payments, under their locks, by id. */
export async function lockPayments(tx: Tx, centreId: string, paymentIds: readonly string[]): Promise<Payment[]> {
  const rows = await tx
    .selectFrom('payment')
    .selectAll()
    .where('centreId', '=', centreId)
    .where('id', 'in', paymentIds)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
  return rows.map((row) => toValue('payment', row))
}

/** Those of these payments that a slip lists which was not taken back. @param besides a slip that does not count */
export async function readDepositedIds(
  tx: Tx,
  centreId: string,
  paymentIds: readonly string[],
  besides: string | null = null,
): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select distinct value as id from cheque_deposit, jsonb_array_elements_text(payment_ids) as value
    where centre_id = ${centreId} and payment_ids ?| ${sql.val([...paymentIds])}::text[]
      and value = any(${sql.val([...paymentIds])}::text[]) and cheque_deposit.id is distinct from ${besides}
      and not exists (select from deposit_void
        where deposit_void.centre_id = cheque_deposit.centre_id and deposit_void.deposit_id = cheque_deposit.id)`.execute(
    tx,
  )
  return new Set(rows.map(({ id }) => id))
}

async function readVoidedIds(tx: Tx, centreId: string, paymentIds: readonly string[]): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('paymentVoid')
    .select('paymentId')
    .where('centreId', '=', centreId)
    .where('paymentId', 'in', paymentIds)
    .execute()
  return new Set(rows.map(({ paymentId }) => paymentId))
}
