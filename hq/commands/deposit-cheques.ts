import { sql } from 'kysely'
import type { Payment } from '../../domain/payment.ts'
import type { Tx } from '../db/open.ts'
import { toValue } from '../db/rows.ts'
import type { Loader } from './loader.ts'
import { ownCentre } from './own-centre.ts'

/** Under the locks of its payments, by id: of two slips with one cheque, judged at the same instant, the second sees the first. */
export const loadDepositCheques: Loader<'cheque.deposit'> = async (tx, centreId, { paymentIds }) => {
  const payments = await lockPayments(tx, centreId, paymentIds)
  const { rows: deposits } = await sql<{ id: string }>`
    select distinct value as id from cheque_deposit, jsonb_array_elements_text(payment_ids) as value
    where centre_id = ${centreId} and payment_ids ?| ${sql.val([...paymentIds])}::text[]
      and value = any(${sql.val([...paymentIds])}::text[])`.execute(tx)
  return {
    facts: {
      centre: (await ownCentre(tx, centreId)).centre,
      payments,
      voided: await idsOf(tx, 'paymentVoid', centreId, paymentIds),
      deposited: new Set(deposits.map(({ id }) => id)),
      ended: await idsOf(tx, 'chequeEnd', centreId, paymentIds),
    },
    subject: { requestId: null, entryIds: [], paymentId: payments.length === 1 ? (payments[0]?.id ?? null) : null },
  }
}

async function lockPayments(tx: Tx, centreId: string, paymentIds: readonly string[]): Promise<Payment[]> {
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

/** Those of these payments that a row of this kind is about. */
async function idsOf(
  tx: Tx,
  entity: 'paymentVoid' | 'chequeEnd',
  centreId: string,
  paymentIds: readonly string[],
): Promise<Set<string>> {
  // Both tables have these columns: Kysely cannot type a table chosen at run time.
  const rows = await tx
    .selectFrom(entity as 'paymentVoid')
    .select('paymentId')
    .where('centreId', '=', centreId)
    .where('paymentId', 'in', paymentIds)
    .execute()
  return new Set(rows.map(({ paymentId }) => paymentId))
}
