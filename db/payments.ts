import { type RawBuilder, sql } from 'kysely'
import type { CreditNote } from '../domain/credit-note.ts'
import type { Entry } from '../domain/entry.ts'
import type { Payer, Receipt } from '../domain/payment.ts'
import { hasBounced } from './cheques.ts'
import { decode } from './codec.ts'
import type { Db, Tx } from './schema.ts'

/** In a query where `paymentId` names a payment: it stands, it was neither taken back nor by a cheque that bounced. */
export const stands = (paymentId: RawBuilder<string>) => sql<boolean>`
  not exists (select 1 from payment_void where payment_void.payment_id = ${paymentId})
  and not ${hasBounced(paymentId)}`

/** In a query of `entry`: minor units allocated to the entry by payments that stand. */
export const paidForEntry = sql<number>`coalesce((select sum(amount) from payment_entry where entry_id = entry.id
  and ${stands(sql.raw('payment_entry.payment_id'))}), 0)`

/** Minor units allocated to each of these entries by payments that stand. An entry without any is absent. */
export async function sumAllocated(db: Db | Tx, entryIds: readonly string[]): Promise<Map<string, number>> {
  if (entryIds.length === 0) return new Map()
  const { rows } = await sql<{ entryId: string; amount: number }>`
    select entry_id, sum(amount) as amount from payment_entry
    where entry_id in (select value from json_each(${JSON.stringify(entryIds)}))
      and ${stands(sql.raw('payment_entry.payment_id'))}
    group by entry_id`.execute(db)
  return new Map(rows.map(({ entryId, amount }) => [entryId, amount]))
}

/** Cash received from this payer for this session by payments that stand, in minor units. */
export async function sumCash(db: Db | Tx, sessionId: string, payer: Payer): Promise<number> {
  const { rows } = await sql<{ total: number | null }>`
    select sum(amount) as total from payment
    where session_id = ${sessionId} and method = 'cash' and payer ->> 'kind' = ${payer.kind} and payer ->> 'id' = ${payer.id}
      and not exists (select 1 from payment_void where payment_void.payment_id = payment.id)`.execute(db)
  return rows[0]?.total ?? 0
}

export async function isVoided(db: Db | Tx, paymentId: string): Promise<boolean> {
  return (
    (await (db as Db).selectFrom('paymentVoid').select('id').where('paymentId', '=', paymentId).executeTakeFirst()) !==
    undefined
  )
}

/** Those of these entries of which a cheque was announced, and for which one that stands was recorded since. */
export async function listChequesArrived(db: Db | Tx, entries: readonly Entry[]): Promise<Set<string>> {
  const announced = entries.flatMap(({ id, chequeAnnouncedAt }) => (chequeAnnouncedAt === null ? [] : id))
  if (announced.length === 0) return new Set()
  const { rows } = await sql<{ id: string }>`
    select distinct entry.id from entry join payment_entry on payment_entry.entry_id = entry.id
      join payment on payment.id = payment_entry.payment_id
    where payment_entry.amount > 0 and entry.id in (select value from json_each(${JSON.stringify(announced)})) and payment.method = 'cheque'
      and payment.recorded_at >= entry.cheque_announced_at and ${stands(sql.raw('payment.id'))}`.execute(db)
  return new Set(rows.map(({ id }) => id))
}

/** The payments that fell, taken back or by a cheque that bounced, and had paid something for one of these entries. */
export async function listFallenPayments(db: Db | Tx, entryIds: readonly string[]): Promise<string[]> {
  if (entryIds.length === 0) return []
  const { rows } = await sql<{ paymentId: string }>`
    select distinct payment_id from payment_entry
    where entry_id in (select value from json_each(${JSON.stringify(entryIds)})) and amount > 0
      and not (${stands(sql.raw('payment_entry.payment_id'))})`.execute(db)
  return rows.map(({ paymentId }) => paymentId)
}

/**
 * The receipt of a payment that stands: the first issued when two PCs each issued one; one that a credit note has corrected no longer
 * counts.
 */
export async function findReceipt(db: Db | Tx, paymentId: string): Promise<Receipt | null> {
  const row = await (db as Db)
    .selectFrom('receipt')
    .selectAll()
    .where('paymentId', '=', paymentId)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('creditNote').select('creditNote.id').whereRef('creditNote.receiptId', '=', 'receipt.id'))),
    )
    .orderBy('issuedAt')
    .executeTakeFirst()
  return row ? decode('receipt', row) : null
}

/** The credit note that corrects a receipt; the first issued when two PCs each issued one. */
export async function findCreditNote(db: Db | Tx, receiptId: string): Promise<CreditNote | null> {
  const row = await (db as Db)
    .selectFrom('creditNote')
    .selectAll()
    .where('receiptId', '=', receiptId)
    .orderBy('issuedAt')
    .executeTakeFirst()
  return row ? decode('creditNote', row) : null
}

/** Papers numbered in a PC's series, each kind counted apart. */
export type NumberedPaper = 'receipt' | 'creditNote'

/** Whether a paper of this kind bears this number already. */
export async function isNumberTaken(
  db: Db | Tx,
  paper: NumberedPaper,
  { series, year, sequence }: { series: string; year: number; sequence: number },
): Promise<boolean> {
  const row = await (db as Db)
    .selectFrom(paper as 'receipt')
    .select('id')
    .where('series', '=', series)
    .where('year', '=', year)
    .where('sequence', '=', sequence)
    .executeTakeFirst()
  return row !== undefined
}

/** The next number of a series, continuous within the year. Read in the transaction that issues it. */
export async function nextSequenceOf(tx: Tx, paper: NumberedPaper, series: string, year: number): Promise<number> {
  const row = await tx
    .selectFrom(paper as 'receipt')
    .select((eb) => eb.fn.max('sequence').as('last'))
    .where('series', '=', series)
    .where('year', '=', year)
    .executeTakeFirst()
  return Number(row?.last ?? 0) + 1
}

/** The link of the last paper issued in a series, whatever the year; null when there is none, or it has none. */
export async function lastLink(tx: Tx, paper: NumberedPaper, series: string): Promise<string | null> {
  const row = await tx
    .selectFrom(paper as 'receipt')
    .select('chain')
    .where('series', '=', series)
    .orderBy('year', 'desc')
    .orderBy('sequence', 'desc')
    .executeTakeFirst()
  return row?.chain ?? null
}

/** The last number issued in a series, whatever the year; null when there is none. */
export async function lastReceiptNumber(tx: Db | Tx, series: string): Promise<string | null> {
  const row = await (tx as Db)
    .selectFrom('receipt')
    .select('number')
    .where('series', '=', series)
    .orderBy('year', 'desc')
    .orderBy('sequence', 'desc')
    .executeTakeFirst()
  return row?.number ?? null
}
