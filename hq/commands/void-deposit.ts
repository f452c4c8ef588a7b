import { sql } from 'kysely'
import { answeredOf } from '../../domain/cheque.ts'
import type { Tx } from '../db/open.ts'
import { toValue } from '../db/rows.ts'
import { lockPayments, readDepositedIds } from './deposit-cheques.ts'
import type { Loader } from './loader.ts'
import { readEnds } from './standing-payments.ts'

/** Under the locks of its payments, by id, then its own: an answer of the bank that is noted at the same instant is seen, or sees it. */
export const loadVoidDeposit: Loader<'deposit.void'> = async (tx, centreId, { depositId }) => {
  const deposits = tx.selectFrom('chequeDeposit').where('centreId', '=', centreId).where('id', '=', depositId)
  // What a slip lists never changes: it tells which payments to lock before it.
  const row = await deposits.selectAll().executeTakeFirst()
  const deposit = row ? toValue('chequeDeposit', row) : null
  const paymentIds = deposit?.paymentIds ?? []
  const payments = paymentIds.length > 0 ? await lockPayments(tx, centreId, paymentIds) : []
  await deposits.select('id').forNoKeyUpdate().execute()
  return {
    facts: {
      deposit,
      voided: await isDepositVoided(tx, centreId, depositId),
      answered: answeredOf(paymentIds, {
        payments,
        ends: await readEnds(tx, centreId, paymentIds),
        elsewhere: await readDepositedIds(tx, centreId, paymentIds, depositId),
      }),
    },
    subject: { requestId: null, entryIds: [], paymentId: payments.length === 1 ? (payments[0]?.id ?? null) : null },
  }
}

export async function isDepositVoided(tx: Tx, centreId: string, depositId: string): Promise<boolean> {
  const { rows } =
    await sql`select from deposit_void where centre_id = ${centreId} and deposit_id = ${depositId} limit 1`.execute(tx)
  return rows.length > 0
}
