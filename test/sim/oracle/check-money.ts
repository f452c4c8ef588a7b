import type { EntityValue } from '../../../domain/entities.ts'
import { readSessionTotals } from '../../../main/reads/session-totals.ts'
import type { Desk } from '../play/desk.ts'
import { Broken } from './broken.ts'
import { endsOf, givenBy } from './facts-of.ts'
import type { TableRows } from './table-rows.ts'

/**
 * Whatever happened on any PC: no payment is shared out beyond its amount, its credit neither; what a PC says a session received, by
 * method and by exam, is the sum of the payments that stand, and what it says was given back is what was; receipts, less what corrects them and what fell uncorrected, are the payments with a receipt.
 */
export async function checkMoney({ pc, label, model }: Pick<Desk, 'pc' | 'label' | 'model'>): Promise<void> {
  // Also what HQ could not read: set aside, it stays here.
  const held = model.view
  const broken = (saw: string) => new Broken('money-adds-up', `${label}: ${saw}`)
  for (const payment of held.list('payment')) {
    // Below zero: given back here while HQ had it used elsewhere. HQ's copy of the return will take it from nothing.
    const given = [...givenBy(held, payment).values()].reduce((all, one) => all + Math.max(0, one), 0)
    if (given > payment.amount) throw broken(`payment ${payment.id} of ${payment.amount} is shared out beyond it`)
  }
  const fallen = new Set([
    ...held.list('paymentVoid').map(({ paymentId }) => paymentId),
    ...endsOf(held).flatMap(({ outcome, paymentId }) => (outcome === 'bounced' ? paymentId : [])),
  ])
  for (const session of held.list('examSession')) {
    const totals = await readSessionTotals(pc.db, session.id)
    const payments = held.list('payment').filter(({ sessionId }) => sessionId === session.id)
    const received = sum(payments.filter(({ id }) => !fallen.has(id)))
    const says = {
      'by method': sum(totals.methods),
      'by exam, credits and what was given back':
        totals.exams.reduce((all, { paid }) => all + paid, totals.credit) - totals.overReturned + totals.returned,
      'with and without a receipt': totals.receipted.amount + totals.unreceipted.amount,
    }
    for (const [how, said] of Object.entries(says))
      if (said !== received) throw broken(`says that ${session.id} received ${said} ${how}, it is ${received}`)
    const own = new Set(payments.map(({ id }) => id))
    const returned = sum(held.list('creditReturn').filter(({ paymentId }) => own.has(paymentId)))
    if (totals.returned !== returned) throw broken(`says ${totals.returned} given back, it is ${returned}`)
    const ledger = receiptsLess(held, payments, fallen)
    if (totals.receipted.amount !== ledger)
      throw broken(`says ${totals.receipted.amount} received with a receipt, its papers say ${ledger}`)
  }
}

/** Receipts − receipts corrected − second receipts of one payment − those of payments that fell and were not corrected. */
function receiptsLess(
  held: TableRows,
  payments: readonly EntityValue<'payment'>[],
  fallen: ReadonlySet<string>,
): number {
  const corrected = new Set(held.list('creditNote').map(({ receiptId }) => receiptId))
  return payments.reduce((total, { id, amount }) => {
    const receipts = held.list('receipt').filter(({ paymentId }) => paymentId === id)
    const notes = receipts.filter((receipt) => corrected.has(receipt.id)).length
    const standing = receipts.length - notes
    const uncounted = fallen.has(id) ? standing : Math.max(0, standing - 1)
    return total + (receipts.length - notes - uncounted) * amount
  }, 0)
}

function sum(rows: readonly { amount: number }[]): number {
  return rows.reduce((total, { amount }) => total + amount, 0)
}
