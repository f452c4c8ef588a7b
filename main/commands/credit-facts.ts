import { isBounced } from '../../db/cheques.ts'
import { isVoided, sumAllocated } from '../../db/payments.ts'
import { rowsBy } from '../../db/request-parts.ts'
import { getRow, getRows } from '../../db/rows.ts'
import type { Db, Tx } from '../../db/schema.ts'
import { allocatedNow, type CreditFacts } from '../../domain/credit.ts'
import type { Entry } from '../../domain/entry.ts'

/** What a payment has left, as it is known here. @param entryIds entries wanted besides */
export async function readCredit(
  tx: Db | Tx,
  paymentId: string,
  entryIds: readonly string[] = [],
): Promise<{ facts: CreditFacts; entries: Entry[] }> {
  const payment = await getRow(tx, 'payment', paymentId)
  const uses = await rowsBy(tx, 'creditUse', 'paymentId', [paymentId])
  const returns = await rowsBy(tx, 'creditReturn', 'paymentId', [paymentId])
  const given = payment ? allocatedNow(payment, uses, returns) : new Map<string, number>()
  const ids = [...new Set([...given.keys(), ...entryIds])]
  const entries = await getRows(tx, 'entry', ids)
  return {
    facts: {
      ...{ payment, given, entries },
      voided: await isVoided(tx, paymentId),
      bounced: await isBounced(tx, paymentId),
      returned: returns.reduce((sum, { amount }) => sum + amount, 0),
      allocated: await sumAllocated(tx, ids),
    },
    entries,
  }
}
