import { toValue } from '../db/rows.ts'
import type { Loader } from './loader.ts'
import { readPayment, requestOf } from './standing-payments.ts'

/** Under the lock of its payment, as the answer itself. */
export const loadVoidChequeEnd: Loader<'cheque-end.void'> = async (tx, centreId, { endId, paymentId }) => {
  const { payment } = await readPayment(tx, centreId, paymentId)
  const row = await tx
    .selectFrom('chequeEnd')
    .selectAll()
    .where('centreId', '=', centreId)
    .where('id', '=', endId)
    .executeTakeFirst()
  const taken = await tx
    .selectFrom('chequeEndVoid')
    .select('id')
    .where('centreId', '=', centreId)
    .where('endId', '=', endId)
    .limit(1)
    .executeTakeFirst()
  const entryIds = payment?.allocations.map(({ entryId }) => entryId) ?? []
  return {
    facts: { end: row ? toValue('chequeEnd', row) : null, voided: taken !== undefined },
    subject: { requestId: await requestOf(tx, centreId, entryIds), entryIds, paymentId },
  }
}
