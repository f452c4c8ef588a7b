import { sql } from 'kysely'
import { bouncedOf, type ChequeEnd } from '../../domain/cheque.ts'
import { type Allocation, allocatedByEntry, type Payer, type Payment } from '../../domain/payment.ts'
import type { Tx } from '../db/open.ts'
import { toValue } from '../db/rows.ts'

/**
 * Minor units allocated to entries by payments that stand, neither taken back nor by a cheque that bounced, and by what their credit was
 * put to since. The entries must be locked, or a payment may slip in between.
 */
export async function readAllocated(
  tx: Tx,
  centreId: string,
  entryIds: readonly string[],
): Promise<Map<string, number>> {
  if (entryIds.length === 0) return new Map()
  const payments = await tx
    .selectFrom('payment')
    .selectAll()
    .where('centreId', '=', centreId)
    .where(({ or }) => or(entryIds.map((entryId) => names('payment.allocations', entryId))))
    .where(notVoided)
    .where(notBounced)
    .execute()
  const allocated = allocatedByEntry(payments, new Set())
  const add = (some: readonly Allocation[], sign: 1 | -1) => {
    for (const { entryId, amount } of some) allocated.set(entryId, (allocated.get(entryId) ?? 0) + sign * amount)
  }
  for (const { allocations, takenFrom } of await movesOf(tx, 'creditUse', centreId, entryIds)) {
    add(takenFrom, -1)
    add(allocations, 1)
  }
  for (const { takenFrom } of await movesOf(tx, 'creditReturn', centreId, entryIds)) add(takenFrom, -1)
  return allocated
}

/** The uses of credits that name one of these entries, or what was given back of what they had been allocated; of payments that stand. */
async function movesOf(tx: Tx, entity: 'creditUse' | 'creditReturn', centreId: string, entryIds: readonly string[]) {
  const columns = entity === 'creditUse' ? ['credit.allocations', 'credit.takenFrom'] : ['credit.takenFrom']
  // Kysely cannot type a table chosen at run time: of a return, nobody asks for the allocations.
  return await tx
    .selectFrom(`${entity} as credit` as 'creditUse as credit')
    .innerJoin('payment', (join) =>
      join.onRef('payment.id', '=', 'credit.paymentId').onRef('payment.centreId', '=', 'credit.centreId'),
    )
    .selectAll('credit')
    .where('credit.centreId', '=', centreId)
    .where(({ or }) => or(entryIds.flatMap((entryId) => columns.map((column) => names(column, entryId)))))
    .where(notVoided)
    .where(notBounced)
    .execute()
}

/** That a column of allocations names an entry. */
export const names = (column: string, entryId: string) =>
  sql<boolean>`${sql.ref(column)} @> ${JSON.stringify([{ entryId }])}::jsonb`

/** Minor units of cash that a payer has brought for a session, payments taken back aside. The payer must be locked. */
export async function readCash(tx: Tx, centreId: string, payer: Payer, sessionId: string): Promise<number> {
  const { cash } = await tx
    .selectFrom('payment')
    .select((eb) => eb.fn.coalesce(eb.fn.sum<number>('amount'), sql.lit(0)).as('cash'))
    .where('centreId', '=', centreId)
    .where('sessionId', '=', sessionId)
    .where('method', '=', 'cash')
    .where(sql<boolean>`payer @> ${JSON.stringify(payer)}::jsonb`)
    .where(notVoided)
    .executeTakeFirstOrThrow()
  return cash
}

/** A payment of this centre with what happened to it since. */
export async function readPayment(tx: Tx, centreId: string, paymentId: string) {
  const row = await tx
    .selectFrom('payment')
    .selectAll()
    .where('centreId', '=', centreId)
    .where('id', '=', paymentId)
    .forNoKeyUpdate()
    .executeTakeFirst()
  const payment: Payment | null = row ? toValue('payment', row) : null
  const voids = tx
    .selectFrom('paymentVoid')
    .select('id')
    .where('centreId', '=', centreId)
    .where('paymentId', '=', paymentId)
  const receipts = tx
    .selectFrom('receipt')
    .select('number')
    .where('centreId', '=', centreId)
    .where('paymentId', '=', paymentId)
    // One that a credit note has corrected no longer counts: the payment may have another.
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('creditNote')
            .select('creditNote.id')
            .whereRef('creditNote.centreId', '=', 'receipt.centreId')
            .whereRef('creditNote.receiptId', '=', 'receipt.id'),
        ),
      ),
    )
  const voided = (await voids.limit(1).executeTakeFirst()) !== undefined
  const receipt = await receipts.orderBy('issuedAt').limit(1).executeTakeFirst()
  const ends = await readEnds(tx, centreId, [paymentId])
  const { returned } = await tx
    .selectFrom('creditReturn')
    .select((eb) => eb.fn.coalesce(eb.fn.sum<number>('amount'), sql.lit(0)).as('returned'))
    .where('centreId', '=', centreId)
    .where('paymentId', '=', paymentId)
    .executeTakeFirstOrThrow()
  return {
    ...{ payment, voided, returned, receiptNumber: receipt?.number ?? null },
    ...{ bounced: bouncedOf(ends).has(paymentId), ended: ends.length > 0 },
  }
}

/** What the bank answered about these payments, answers taken back left out. */
export async function readEnds(tx: Tx, centreId: string, paymentIds: readonly string[]): Promise<ChequeEnd[]> {
  if (paymentIds.length === 0) return []
  const rows = await tx
    .selectFrom('chequeEnd')
    .selectAll()
    .where('centreId', '=', centreId)
    .where('paymentId', 'in', paymentIds)
    .where(endStands)
    .execute()
  return rows.map((row) => toValue('chequeEnd', row))
}

/** The request that all of these entries belong to, or null when they are of several. */
export async function requestOf(tx: Tx, centreId: string, entryIds: readonly string[]): Promise<string | null> {
  if (entryIds.length === 0) return null
  const found = await tx
    .selectFrom('entry')
    .select('requestId')
    .distinct()
    .where('centreId', '=', centreId)
    .where('id', 'in', entryIds)
    .execute()
  return found.length === 1 ? (found[0]?.requestId ?? null) : null
}

/** In a query of `payment`: it was not taken back. */
export const notVoided = sql<boolean>`not exists (
  select from payment_void where payment_void.centre_id = payment.centre_id and payment_void.payment_id = payment.id)`

const endStands = sql<boolean>`not exists (
  select from cheque_end_void where cheque_end_void.centre_id = cheque_end.centre_id and cheque_end_void.end_id = cheque_end.id)`

/** In a query of `payment`: it was not by a cheque that bounced. */
export const notBounced = sql<boolean>`not exists (
  select from cheque_end where cheque_end.centre_id = payment.centre_id and cheque_end.payment_id = payment.id
    and cheque_end.outcome = 'bounced' and ${endStands})`
