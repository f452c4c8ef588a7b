import { sql } from 'kysely'
import { lockByText } from '../db/lock-by-text.ts'
import type { Tx } from '../db/open.ts'
import type { Loader } from './loader.ts'
import { readPayment, requestOf } from './standing-payments.ts'
import { isDepositVoided } from './void-deposit.ts'

/**
 * Under the lock of its payment, or of its deposit, then of its line: of two PCs that each read the same statement, judged at the same
 * instant, the second sees the first.
 */
export const loadMatchStatement: Loader<'statement.match'> = async (tx, centreId, args) => {
  const { paymentId, depositId, lineKey } = args
  const found =
    paymentId === null ? await readDeposit(tx, centreId, depositId) : await readPaid(tx, centreId, paymentId)
  await lockByText(tx, 'bankLine', [`${centreId}/${lineKey}`])
  const matches = tx.selectFrom('statementMatch').select('id').where('centreId', '=', centreId)
  const [column, id] = paymentId === null ? (['depositId', depositId] as const) : (['paymentId', paymentId] as const)
  const same = id === null ? undefined : await matches.where(column, '=', id).limit(1).executeTakeFirst()
  const line = await matches.where('lineKey', '=', lineKey).where(counts).limit(1).executeTakeFirst()
  return {
    facts: {
      exists: found.exists,
      voided: found.voided,
      matched: same !== undefined,
      lineUsed: line !== undefined,
    },
    subject: { requestId: await requestOf(tx, centreId, found.entryIds), entryIds: found.entryIds, paymentId },
  }
}

async function readPaid(tx: Tx, centreId: string, paymentId: string) {
  const { payment, voided } = await readPayment(tx, centreId, paymentId)
  const entryIds = payment?.allocations.map(({ entryId }) => entryId) ?? []
  return { exists: payment !== null, voided, entryIds }
}

async function readDeposit(tx: Tx, centreId: string, depositId: string | null) {
  const row = await tx
    .selectFrom('chequeDeposit')
    .select('id')
    .where('centreId', '=', centreId)
    .where('id', '=', depositId ?? '')
    .forNoKeyUpdate()
    .executeTakeFirst()
  const voided = row !== undefined && (await isDepositVoided(tx, centreId, row.id))
  return { exists: row !== undefined, voided, entryIds: [] }
}

/** A payment that was taken back frees its line, a slip too. */
const counts = sql<boolean>`not exists (select from payment_void
  where payment_void.centre_id = statement_match.centre_id and payment_void.payment_id = statement_match.payment_id)
  and not exists (select from deposit_void
    where deposit_void.centre_id = statement_match.centre_id and deposit_void.deposit_id = statement_match.deposit_id)`
