import type { CreditReturn, CreditUse } from '../domain/credit.ts'
import { rowsBy } from './request-parts.ts'
import type { Db, Tx } from './schema.ts'

/** What became of the credit of these payments: for `asTheyStand`. */
export async function readCreditMoves(
  db: Db | Tx,
  paymentIds: readonly string[],
): Promise<[uses: CreditUse[], returns: CreditReturn[]]> {
  return [
    await rowsBy(db, 'creditUse', 'paymentId', paymentIds),
    await rowsBy(db, 'creditReturn', 'paymentId', paymentIds),
  ]
}
