import { sql } from 'kysely'
import type { StatementMatch } from '../domain/statement-match.ts'
import { depositStands } from './cheques.ts'
import { decode } from './codec.ts'
import type { Db, Tx } from './schema.ts'

/** A match counts for as long as what it names stands: a payment that was taken back frees its line, a slip too. */
const counts = sql<boolean>`not exists (select 1 from payment_void where payment_void.payment_id = statement_match.payment_id)
  and ${depositStands(sql.raw('statement_match.deposit_id'))}`

/** The matches that count of these lines, the first one of each. */
export async function listMatchesOf(db: Db | Tx, lineKeys: readonly string[]): Promise<Map<string, StatementMatch>> {
  const { rows } = await sql<never>`select * from statement_match
    where line_key in (select value from json_each(${JSON.stringify(lineKeys)})) and ${counts}
    order by matched_at desc, id desc`.execute(db)
  return new Map(rows.map((row) => decode('statementMatch', row)).map((match) => [match.lineKey, match]))
}

/** Whether a line counts as matched. */
export async function isLineUsed(db: Db | Tx, lineKey: string): Promise<boolean> {
  return (await listMatchesOf(db, [lineKey])).size > 0
}

/** Whether some line was matched with this payment, or this deposit. */
export async function isMatched(db: Db | Tx, column: 'paymentId' | 'depositId', id: string): Promise<boolean> {
  const found = (db as Db).selectFrom('statementMatch').select('id').where(column, '=', id)
  return (await found.executeTakeFirst()) !== undefined
}
