import { listEnds } from '../../db/cheques.ts'
import { listFallenPayments } from '../../db/payments.ts'
import { rowsBy } from '../../db/request-parts.ts'
import type { Db, Tx } from '../../db/schema.ts'
import { asTheyStand } from '../../domain/credit.ts'
import type { FallenMoney } from '../../domain/fell.ts'
import { readPayerNames } from './payer-names.ts'

/** What came for these entries and fell: few payments, or none. */
export async function readFallenMoney(db: Db | Tx, entryIds: readonly string[]): Promise<FallenMoney> {
  const ids = await listFallenPayments(db, entryIds)
  if (ids.length === 0) return { payments: [], ends: [], voids: [], payerNames: new Map() }
  const uses = await rowsBy(db, 'creditUse', 'paymentId', ids)
  const returns = await rowsBy(db, 'creditReturn', 'paymentId', ids)
  return {
    payments: asTheyStand(await rowsBy(db, 'payment', 'id', ids), uses, returns),
    ends: await listEnds(db, ids),
    voids: await rowsBy(db, 'paymentVoid', 'paymentId', ids),
    payerNames: await readPayerNames(db, ids),
  }
}
