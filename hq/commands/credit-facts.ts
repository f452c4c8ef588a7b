import { allocatedNow, type CreditFacts } from '../../domain/credit.ts'
import type { Entry } from '../../domain/entry.ts'
import type { Tx } from '../db/open.ts'
import { toValue } from '../db/rows.ts'
import { lockEntries } from './lock-entries.ts'
import { readAllocated, readPayment } from './standing-payments.ts'

/**
 * What a payment has left, under its lock and that of every entry that it allocates to: of two uses of one credit, the second sees the
 * first.
 * @param entryIds entries wanted besides, locked with the others
 */
export async function readCredit(
  tx: Tx,
  centreId: string,
  paymentId: string,
  entryIds: readonly string[] = [],
): Promise<{ facts: CreditFacts; entries: Entry[] }> {
  const { payment, voided, bounced, returned } = await readPayment(tx, centreId, paymentId)
  const uses = await tx
    .selectFrom('creditUse')
    .selectAll()
    .where('centreId', '=', centreId)
    .where('paymentId', '=', paymentId)
    .execute()
  const returns = await tx
    .selectFrom('creditReturn')
    .selectAll()
    .where('centreId', '=', centreId)
    .where('paymentId', '=', paymentId)
    .execute()
  const given = payment
    ? allocatedNow(
        payment,
        uses.map((row) => toValue('creditUse', row)),
        returns.map((row) => toValue('creditReturn', row)),
      )
    : new Map<string, number>()
  const ids = [...new Set([...given.keys(), ...entryIds])]
  const entries = await lockEntries(tx, centreId, ids)
  const allocated = await readAllocated(tx, centreId, ids)
  return { facts: { payment, voided, bounced, returned, given, entries, allocated }, entries }
}
