import type { ReviewPayment, ReviewRow } from '../../contract/desk.ts'
import { getRow, getRows, listRows } from '../../db/rows.ts'
import type { Db } from '../../db/schema.ts'
import { byId } from '../../domain/by-id.ts'
import { fullName } from '../../domain/candidate.ts'
import type { ById } from '../../domain/entities.ts'
import type { Payment } from '../../domain/payment.ts'
import type { ReviewItem } from '../../domain/review.ts'
import type { PaymentParts } from './payment-row.ts'
import { type PaymentsOf, readPaymentsOf } from './payments-of.ts'

/** What HQ could not accept or what no longer fits: the open ones first, newest first. */
export async function listReviews(db: Db): Promise<ReviewRow[]> {
  const settlements = new Map((await listRows(db, 'reviewSettlement')).map((row) => [row.reviewItemId, row]))
  const exams = byId(await listRows(db, 'exam'))
  const items = await listRows(db, 'reviewItem')
  const money = await readPaymentsOf(
    db,
    items.flatMap(({ paymentId, entryIds }) => (paymentId === null ? entryIds : [])),
    items.flatMap(({ paymentId }) => paymentId ?? []),
  )
  const rows: ReviewRow[] = []
  for (const item of items)
    rows.push({
      ...(await describeReview(db, item, exams)),
      ...describeMoney(item, money),
      settlement: settlements.get(item.id) ?? null,
    })
  return rows.sort(
    (a, b) => Number(a.settlement !== null) - Number(b.settlement !== null) || b.judgedAt.localeCompare(a.judgedAt),
  )
}

export async function countOpenReviews(db: Db): Promise<number> {
  const row = await db
    .selectFrom('reviewItem')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('reviewSettlement')
            .select('reviewSettlement.id')
            .whereRef('reviewSettlement.reviewItemId', '=', 'reviewItem.id'),
        ),
      ),
    )
    .executeTakeFirstOrThrow()
  return row.count
}

/** Whom and what an item is about, without the money. */
export async function describeReview(
  db: Db,
  item: ReviewItem,
  exams: ById<'exam'>,
): Promise<Omit<ReviewRow, 'payment' | 'moneyTaken' | 'settlement'>> {
  const entries = await getRows(db, 'entry', item.entryIds)
  // What is about the person, not their exams, names a request and no entry.
  const request = entries.length === 0 && item.requestId !== null ? await getRow(db, 'request', item.requestId) : null
  const about = request ? [request] : entries
  const candidates = await getRows(db, 'candidate', [...new Set(about.map(({ candidateId }) => candidateId))])
  const [only] = candidates
  const offeringId = item.detail?.offeringId
  const offering = typeof offeringId === 'string' ? await getRow(db, 'offering', offeringId) : null
  const software = offering ? await getRows(db, 'software', offering.softwareIds) : []
  return {
    ...item,
    candidateNames: candidates.map(fullName),
    candidateIds: candidates.map(({ id }) => id),
    contact: only && candidates.length === 1 ? { phone: only.phone, email: only.email } : null,
    examCodes: [...new Set(entries.map(({ examId }) => exams.get(examId)?.code ?? examId))].sort(),
    offeringLabel: offering
      ? `${exams.get(offering.examId)?.code ?? ''} (${software.map(({ name }) => name).join(', ')})`
      : null,
  }
}

/** The payment it is about; else, of a decision that fell, the money that was taken for its entries and is still there. */
function describeMoney(
  { paymentId, entryIds }: ReviewItem,
  money: PaymentsOf,
): Pick<ReviewRow, 'payment' | 'moneyTaken'> {
  if (paymentId !== null) {
    const payment = money.payments.find(({ id }) => id === paymentId)
    return { payment: payment ? describePayment(payment, money) : null, moneyTaken: [] }
  }
  const taken = money.payments.filter(
    ({ id, allocations }) =>
      !money.voids.has(id) &&
      money.ends.get(id)?.outcome !== 'bounced' &&
      allocations.some(({ entryId }) => entryIds.includes(entryId)),
  )
  return { payment: null, moneyTaken: taken.map((payment) => describePayment(payment, money)) }
}

function describePayment({ id, amount, currency }: Payment, { credits, receipts, voids }: PaymentParts): ReviewPayment {
  return {
    amount,
    currency,
    credit: credits.get(id) ?? 0,
    voided: voids.has(id),
    receiptNumber: receipts.get(id)?.number ?? null,
  }
}
