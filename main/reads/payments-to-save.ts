import { sql } from 'kysely'
import type { ChequeRow, PaymentsToSave } from '../../contract/desk-money.ts'
import { listRowsOfSession } from '../../db/rows.ts'
import type { Db } from '../../db/schema.ts'
import { compareText } from '../../domain/compare-text.ts'
import { paymentRows } from './cheque-list.ts'

/** The payments that a table is asked for, by the day on which they were received: a session's, or those received or given back on some days. */
export async function listPaymentsToSave(db: Db, wanted: PaymentsToSave): Promise<ChequeRow[]> {
  const payments = await paymentRows(db, await idsOf(db, wanted))
  return payments.sort((a, b) => compareText(a.receivedOn, b.receivedOn))
}

async function idsOf(db: Db, wanted: PaymentsToSave): Promise<string[]> {
  if (wanted.of === 'session') return (await listRowsOfSession(db, 'payment', wanted.sessionId)).map(({ id }) => id)
  const { from, to } = wanted
  const { rows } = await sql<{ id: string }>`
    select id from payment where received_on between ${from} and ${to}
    union select payment_id from credit_return where returned_on between ${from} and ${to}`.execute(db)
  return rows.map(({ id }) => id)
}
