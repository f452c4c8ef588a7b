import { sql } from 'kysely'
import { listDepositsOf } from '../../db/cheques.ts'
import { rowsBy } from '../../db/request-parts.ts'
import type { Db } from '../../db/schema.ts'
import { byId } from '../../domain/by-id.ts'
import {
  bouncedOf,
  type ChequeDeposit,
  type ChequeEnd,
  type ChequeEndVoid,
  type DepositVoid,
  endByPayment,
  standingEnds,
} from '../../domain/cheque.ts'
import { compareText } from '../../domain/compare-text.ts'
import { type AsItStands, asTheyStand, type CreditReturn, type CreditUse } from '../../domain/credit.ts'
import type { CreditNote } from '../../domain/credit-note.ts'
import {
  type Allocation,
  awaitedAgain,
  creditByPayment,
  type Payment,
  type PaymentVoid,
  type Receipt,
  usesByPayment,
} from '../../domain/payment.ts'
import type { PaymentParts } from './payment-row.ts'

/** The money received for some entries: each payment whole, whoever else it pays for. */
export type PaymentsOf = PaymentParts & {
  /** In the order recorded, as they stand by now. */
  payments: AsItStands<Payment>[]
  /** What each was recorded for, whatever became of its credit since. */
  recordedFor: ReadonlyMap<string, readonly Allocation[]>
  allUses: CreditUse[]
  allReturns: CreditReturn[]
  /** All receipts of theirs, corrected ones included. */
  allReceipts: Receipt[]
  allVoids: PaymentVoid[]
  allCreditNotes: CreditNote[]
  /** Those taken back included, and what takes them back. */
  allEnds: ChequeEnd[]
  allDeposits: ChequeDeposit[]
  allEndVoids: ChequeEndVoid[]
  allDepositVoids: DepositVoid[]
}

/**
 * Reads by indexes: what these entries were paid with, and no other payment but those that share an entry with one of them.
 * @param paymentIds payments wanted as well, whatever they pay for
 */
export async function readPaymentsOf(
  db: Db,
  entryIds: readonly string[],
  paymentIds: readonly string[] = [],
): Promise<PaymentsOf> {
  const ids = new Set([...paymentIds, ...(await paymentIdsOf(db, entryIds))])
  return await readPaymentsAround(db, await rowsBy(db, 'payment', 'id', [...ids]))
}

/** Everything that these payments are shown with: what is read depends on how many they are, not on how many the centre has. */
export async function readPaymentsAround(db: Db, found: readonly Payment[]): Promise<PaymentsOf> {
  const recorded = found.toSorted((a, b) => compareText(a.recordedAt, b.recordedAt) || compareText(a.id, b.id))
  const ids = recorded.map(({ id }) => id)
  const own = new Set(ids)
  const covered = await entryIdsOf(db, recorded)
  // What is too much in a payment depends on what was paid before for the same entries.
  const aroundIds = [...new Set([...ids, ...(await paymentIdsOf(db, covered))])]
  const uses = await rowsBy(db, 'creditUse', 'paymentId', aroundIds)
  const returns = await rowsBy(db, 'creditReturn', 'paymentId', aroundIds)
  const around = asTheyStand(await rowsBy(db, 'payment', 'id', aroundIds), uses, returns)
  const payments = asTheyStand(recorded, uses, returns)
  const voids = await rowsBy(
    db,
    'paymentVoid',
    'paymentId',
    around.map(({ id }) => id),
  )
  const ends = await rowsBy(
    db,
    'chequeEnd',
    'paymentId',
    around.map(({ id }) => id),
  )
  const endVoids = await rowsBy(
    db,
    'chequeEndVoid',
    'endId',
    ends.map(({ id }) => id),
  )
  const standing = standingEnds(ends, endVoids)
  const deposits = await listDepositsOf(db, ids)
  const depositVoids = await rowsBy(
    db,
    'depositVoid',
    'depositId',
    deposits.map(({ id }) => id),
  )
  const bounced = bouncedOf(standing)
  const fallen = new Set([...voids.map(({ paymentId }) => paymentId), ...bounced])
  const receipts = await rowsBy(db, 'receipt', 'paymentId', ids)
  const creditNotes = await rowsBy(
    db,
    'creditNote',
    'receiptId',
    receipts.map(({ id }) => id),
  )
  const entries = byId(await rowsBy(db, 'entry', 'id', covered))
  const payers = payments.map(({ payer }) => payer.id)
  const people = [...new Set([...[...entries.values()].map(({ candidateId }) => candidateId), ...payers])]
  const examIds = [...new Set([...entries.values()].map(({ examId }) => examId))]
  return {
    payments,
    recordedFor: new Map(recorded.map(({ id, allocations }) => [id, allocations])),
    allUses: uses.filter(({ paymentId }) => own.has(paymentId)),
    allReturns: returns.filter(({ paymentId }) => own.has(paymentId)),
    allReceipts: receipts,
    allVoids: voids.filter(({ paymentId }) => own.has(paymentId)),
    allCreditNotes: creditNotes,
    allEnds: ends.filter(({ paymentId }) => own.has(paymentId)),
    allDeposits: deposits,
    allEndVoids: endVoids.filter(({ paymentId }) => own.has(paymentId)),
    allDepositVoids: depositVoids,
    entries,
    candidates: byId(await rowsBy(db, 'candidate', 'id', people)),
    organisations: byId(await rowsBy(db, 'organisation', 'id', [...new Set(payers)])),
    exams: byId(await rowsBy(db, 'exam', 'id', examIds)),
    voids: new Map(voids.map((row) => [row.paymentId, row])),
    receipts: standingReceipts(receipts, creditNotes),
    creditNotes: Map.groupBy(creditNotes, ({ paymentId }) => paymentId),
    ends: endByPayment(standing),
    returns: Map.groupBy(returns, ({ paymentId }) => paymentId),
    deposits: standingDeposits(deposits, depositVoids),
    credits: creditByPayment(around, fallen, entries),
    awaited: awaitedByPayment(payments, bounced, usesByPayment(around, fallen, entries), entries),
  }
}

function awaitedByPayment(
  payments: readonly Payment[],
  bounced: ReadonlySet<string>,
  uses: ReadonlyMap<string, readonly Allocation[]>,
  entries: PaymentParts['entries'],
): Map<string, number> {
  const fell = payments.filter(({ id }) => bounced.has(id))
  return new Map(fell.map((payment) => [payment.id, awaitedAgain(payment, uses.values(), entries)]))
}

/** The entries that they were recorded for, and those that their credit was put to. */
async function entryIdsOf(db: Db, payments: readonly Payment[]): Promise<string[]> {
  const { rows } = await sql<{ entryId: string }>`select distinct entry_id from payment_entry
    where payment_id in (select value from json_each(${JSON.stringify(payments.map(({ id }) => id))}))`.execute(db)
  return rows.map(({ entryId }) => entryId)
}

async function paymentIdsOf(db: Db, entryIds: readonly string[]): Promise<string[]> {
  if (entryIds.length === 0) return []
  const { rows } = await sql<{ paymentId: string }>`select distinct payment_id from payment_entry
    where entry_id in (select value from json_each(${JSON.stringify(entryIds)}))`.execute(db)
  return rows.map(({ paymentId }) => paymentId)
}

/** The first slip that lists each payment, those taken back left out. @param deposits the first one last */
function standingDeposits(
  deposits: readonly ChequeDeposit[],
  voids: readonly DepositVoid[],
): Map<string, ChequeDeposit> {
  const taken = new Set(voids.map(({ depositId }) => depositId))
  const standing = deposits.filter(({ id }) => !taken.has(id))
  return new Map(standing.flatMap((deposit) => deposit.paymentIds.map((id) => [id, deposit])))
}

/** The first issued of each payment, when two PCs each issued one. */
function standingReceipts(receipts: readonly Receipt[], creditNotes: readonly CreditNote[]): Map<string, Receipt> {
  const corrected = new Set(creditNotes.map(({ receiptId }) => receiptId))
  const latestFirst = receipts.filter(({ id }) => !corrected.has(id)).sort((a, b) => (a.issuedAt < b.issuedAt ? 1 : -1))
  return new Map(latestFirst.map((receipt) => [receipt.paymentId, receipt]))
}
