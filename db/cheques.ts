import { type RawBuilder, sql } from 'kysely'
import { type AnsweredCheque, answeredOf, type ChequeDeposit, type ChequeEnd } from '../domain/cheque.ts'
import { decode } from './codec.ts'
import { getRows } from './rows.ts'
import type { Db, Tx } from './schema.ts'

/** In a query of `cheque_end`: the answer was not taken back. */
export const endStands = sql<boolean>`not exists (select 1 from cheque_end_void where cheque_end_void.end_id = cheque_end.id)`

/** In a query where this names a deposit: its slip was not taken back. */
export const depositStands = (depositId: RawBuilder<string>) =>
  sql<boolean>`not exists (select 1 from deposit_void where deposit_void.deposit_id = ${depositId})`

/** In a query where this names a payment: its cheque bounced. */
export const hasBounced = (paymentId: RawBuilder<string>) => sql<boolean>`exists (select 1 from cheque_end
  where cheque_end.payment_id = ${paymentId} and outcome = 'bounced' and ${endStands})`

export async function isBounced(db: Db | Tx, paymentId: string): Promise<boolean> {
  return (await listEnds(db, [paymentId])).some(({ outcome }) => outcome === 'bounced')
}

/** What the bank answered about these payments, answers taken back left out. */
export async function listEnds(db: Db | Tx, paymentIds: readonly string[]): Promise<ChequeEnd[]> {
  const { rows } = await sql<never>`
    select * from cheque_end where payment_id in (select value from json_each(${JSON.stringify(paymentIds)}))
      and ${endStands}`.execute(db)
  return rows.map((row) => decode('chequeEnd', row))
}

/** The deposit slips that list one of these payments, the first one last; those taken back too. */
export async function listDepositsOf(db: Db | Tx, paymentIds: readonly string[]): Promise<ChequeDeposit[]> {
  const { rows } = await sql<never>`
    select * from cheque_deposit where id in (select deposit_id from deposit_payment
      where payment_id in (select value from json_each(${JSON.stringify(paymentIds)})))
    order by deposited_at desc, id desc`.execute(db)
  return rows.map((row) => decode('chequeDeposit', row))
}

/** Those of these payments that a deposit slip lists which stands. @param besides a slip that does not count */
export async function listDeposited(
  db: Db | Tx,
  paymentIds: readonly string[],
  besides: string | null = null,
): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select distinct payment_id as id from deposit_payment
    where payment_id in (select value from json_each(${JSON.stringify(paymentIds)})) and deposit_id is not ${besides}
      and ${depositStands(sql.raw('deposit_payment.deposit_id'))}`.execute(db)
  return new Set(rows.map(({ id }) => id))
}

/** Of the cheques of a slip that no other lists, those about which the bank has answered. */
export async function listAnswered(
  tx: Tx,
  { id, paymentIds }: Pick<ChequeDeposit, 'id' | 'paymentIds'>,
): Promise<AnsweredCheque[]> {
  const payments = await getRows(tx, 'payment', paymentIds)
  return answeredOf(paymentIds, {
    payments,
    ends: await listEnds(tx, paymentIds),
    elsewhere: await listDeposited(tx, paymentIds, id),
  })
}
