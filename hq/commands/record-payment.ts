import type { Payer } from '../../domain/payment.ts'
import type { Tx } from '../db/open.ts'
import { toValue } from '../db/rows.ts'
import type { Loader } from './loader.ts'
import { lockEntries } from './lock-entries.ts'
import { readAllocated, readCash, requestOf } from './standing-payments.ts'

/** Locks the payer, for the cash they bring, and the entries, for what is already paid of them. */
export const loadRecordPayment: Loader<'payment.record'> = async (tx, centreId, args) => {
  const { payer, sessionId, allocations, paymentId } = args
  await lockPayer(tx, centreId, payer)
  const entryIds = [...new Set(allocations.map(({ entryId }) => entryId))]
  const entries = await lockEntries(tx, centreId, entryIds)
  const centre = await tx.selectFrom('centre').selectAll().where('id', '=', centreId).executeTakeFirstOrThrow()
  return {
    facts: {
      centre: toValue('centre', centre),
      entries,
      allocated: await readAllocated(tx, centreId, entryIds),
      cashSoFar: await readCash(tx, centreId, payer, sessionId),
    },
    subject: { requestId: await requestOf(tx, centreId, entryIds), entryIds, paymentId },
  }
}

async function lockPayer(tx: Tx, centreId: string, { kind, id }: Payer): Promise<void> {
  const lock =
    kind === 'candidate'
      ? tx.selectFrom('candidate').select('id').where('id', '=', id)
      : tx.selectFrom('organisation').select('id').where('centreId', '=', centreId).where('id', '=', id)
  await lock.forNoKeyUpdate().execute()
}
