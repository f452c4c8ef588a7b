import type { ReviewPayment, ReviewRow } from '../../contract/desk.ts'
import { getRow, getRows, listRows } from '../../db/rows.ts'
import type { Db } from '../../db/schema.ts'
import { fullName } from '../../domain/candidate.ts'
import type { Payment } from '../../domain/payment.ts'
import type { ReviewItem } from '../../domain/review.ts'
import { readSession, type SessionRows } from './session-rows.ts'

/** What HQ could not accept or what no longer fits: the open ones first, newest first. */
export async function listReviews(db: Db): Promise<ReviewRow[]> {
  const settlements = new Map((await listRows(db, 'reviewSettlement')).map((row) => [row.reviewItemId, row]))
  const exams = new Map((await listRows(db, 'exam')).map((row) => [row.id, row]))
  const sessions = readOnce((sessionId) => readSession(db, sessionId))
  const rows: ReviewRow[] = []
  for (const item of await listRows(db, 'reviewItem'))
    rows.push({
      ...(await describeReview(db, item, exams)),
      ...(await describeMoney(db, item, sessions)),
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
  exams: SessionRows['exams'],
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

type ReadSession = (sessionId: string) => Promise<SessionRows>

/** The payment it is about; else, of a decision that fell, the money that was taken for its entries and is still there. */
async function describeMoney(
  db: Db,
  { paymentId, entryIds }: ReviewItem,
  sessions: ReadSession,
): Promise<Pick<ReviewRow, 'payment' | 'moneyTaken'>> {
  if (paymentId !== null) {
    const payment = await getRow(db, 'payment', paymentId)
    return { payment: payment ? describePayment(payment, await sessions(payment.sessionId)) : null, moneyTaken: [] }
  }
  const entries = await getRows(db, 'entry', entryIds)
  const moneyTaken: ReviewPayment[] = []
  for (const sessionId of new Set(entries.map((entry) => entry.sessionId))) {
    const rows = await sessions(sessionId)
    const taken = [...rows.payments.values()].filter(
      ({ id, allocations }) => !rows.voids.has(id) && allocations.some(({ entryId }) => entryIds.includes(entryId)),
    )
    taken.sort((a, b) => a.recordedAt.localeCompare(b.recordedAt) || a.id.localeCompare(b.id))
    moneyTaken.push(...taken.map((payment) => describePayment(payment, rows)))
  }
  return { payment: null, moneyTaken }
}

function describePayment({ id, amount, currency }: Payment, { credits, receipts, voids }: SessionRows): ReviewPayment {
  return {
    amount,
    currency,
    credit: credits.get(id) ?? 0,
    voided: voids.has(id),
    receiptNumber: receipts.get(id)?.number ?? null,
  }
}

/** A session is thousands of rows: read once for a whole list, however many items speak of it. */
function readOnce(read: ReadSession): ReadSession {
  const known = new Map<string, Promise<SessionRows>>()
  return (sessionId) => {
    const rows = known.get(sessionId) ?? read(sessionId)
    known.set(sessionId, rows)
    return rows
  }
}
