import { hash } from 'node:crypto'
import type { ReceiptCheck, ReceiptFault, ReceiptYear } from '../../contract/desk-receipts.ts'
import { inNumberOrder } from '../../db/numbered-papers.ts'
import type { NumberedPaper } from '../../db/payments.ts'
import { rowsBy } from '../../db/request-parts.ts'
import type { Db } from '../../db/schema.ts'
import { byId } from '../../domain/by-id.ts'
import { canonicalJson } from '../../domain/canonical-json.ts'
import { type CreditNote, creditNoteNumber } from '../../domain/credit-note.ts'
import { type ChainedPaper, type ChainFault, createChainCheck } from '../../domain/paper-chain.ts'
import { type Receipt, receiptNumber } from '../../domain/payment.ts'
import type { Clock } from '../../domain/time.ts'
import { ownCentre } from '../own-centre.ts'

const MOST_FAULTS = 100

/**
 * Reads every receipt and credit note that this PC knows of, of all PCs of the centre, and checks that none is missing or was changed,
 * and that what they state is what was received.
 */
export async function checkReceipts(db: Db, clock: Clock): Promise<ReceiptCheck> {
  const { centre } = await ownCentre(db)
  const years = new Map<number, ReceiptYear>()
  const tell = (year: number, fault: ReceiptFault) => {
    const of = yearOf(years, year)
    of.faultCount++
    if (of.faults.length < MOST_FAULTS) of.faults.push(fault)
  }
  // Each kind has a chain of its own.
  const newCheck = () => createChainCheck((text) => hash('sha256', text))
  const [checkReceipt, checkNote] = [newCheck(), newCheck()]
  const standing = new Map<string, string>()
  const corrected = await listCorrected(db)
  for await (const receipts of inNumberOrder(db, 'receipt')) {
    const payments = byId(await rowsBy(db, 'payment', 'id', paymentIdsOf(receipts)))
    const voids = await rowsBy(db, 'paymentVoid', 'paymentId', paymentIdsOf(receipts))
    const voided = new Set(voids.map(({ paymentId }) => paymentId))
    for (const receipt of receipts) {
      count(years, receipt, 'receipts', receipt.content.amount)
      for (const fault of checkReceipt(receipt)) tell(receipt.year, asFault(fault, 'receipt'))
      const { id, paymentId, number, year, content } = receipt
      const received = payments.get(paymentId)?.amount ?? null
      if (received !== content.amount) tell(year, { kind: 'another-amount', number, stated: content.amount, received })
      if (corrected.has(id)) continue
      if (voided.has(paymentId)) tell(year, { kind: 'payment-voided', number })
      const other = standing.get(paymentId)
      if (other !== undefined) tell(year, { kind: 'two-for-one', number, other })
      standing.set(paymentId, number)
    }
  }
  for await (const notes of inNumberOrder(db, 'creditNote')) {
    const receipts = byId(
      await rowsBy(
        db,
        'receipt',
        'id',
        notes.map(({ receiptId }) => receiptId),
      ),
    )
    for (const note of notes) {
      count(years, note, 'creditNotes', note.original.content.amount)
      for (const fault of checkNote(note)) tell(note.year, asFault(fault, 'creditNote'))
      const { number, year, original } = note
      if (!cites(note, receipts.get(note.receiptId)))
        tell(year, { kind: 'cites-otherwise', number, receipt: original.number })
    }
  }
  const latestFirst = [...years.values()].sort((a, b) => b.year - a.year)
  return { checkedAt: clock.now(), currency: centre.currency, years: latestFirst }
}

/** Receipts that a credit note corrects. */
async function listCorrected(db: Db): Promise<Set<string>> {
  const rows = await db.selectFrom('creditNote').select('receiptId').execute()
  return new Set(rows.map(({ receiptId }) => receiptId))
}

function paymentIdsOf(receipts: readonly Receipt[]): string[] {
  return receipts.map(({ paymentId }) => paymentId)
}

function cites({ original }: CreditNote, receipt: Receipt | undefined): boolean {
  if (!receipt) return false
  const { number, issuedAt, content } = receipt
  // What became of its cheque is the note's own to say.
  const { bouncedOn: _, agreement: __, ...cited } = original
  return canonicalJson(cited) === canonicalJson({ number, issuedAt, content })
}

function yearOf(years: Map<number, ReceiptYear>, year: number): ReceiptYear {
  const known = years.get(year)
  if (known) return known
  const none = () => ({ count: 0, amount: 0 })
  const made = { year, receipts: none(), creditNotes: none(), series: [], older: 0, faults: [], faultCount: 0 }
  years.set(year, made)
  return made
}

function count(
  years: Map<number, ReceiptYear>,
  { year, series, chain }: ChainedPaper,
  kind: 'receipts' | 'creditNotes',
  amount: number,
): void {
  const of = yearOf(years, year)
  of[kind].count++
  of[kind].amount += amount
  if (!of.series.includes(series)) of.series.push(series)
  if (chain === null) of.older++
}

function asFault(fault: ChainFault, kind: NumberedPaper): ReceiptFault {
  if (fault.kind !== 'missing') return fault
  const numberOf = kind === 'receipt' ? receiptNumber : creditNoteNumber
  const { year, series, from, to } = fault
  return { kind: 'missing', first: numberOf(year, series, from), last: numberOf(year, series, to) }
}
