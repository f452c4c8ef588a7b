import type { ReviewRow } from '../../contract/desk.ts'
import { getRow, getRows, listRows } from '../../db/rows.ts'
import type { Db } from '../../db/schema.ts'
import { fullName } from '../../domain/candidate.ts'
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
      ...(await describe(db, item, exams)),
      payment: item.paymentId === null ? null : await describePayment(db, item.paymentId, sessions),
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

async function describe(
  db: Db,
  item: ReviewItem,
  exams: SessionRows['exams'],
): Promise<Omit<ReviewRow, 'payment' | 'settlement'>> {
  const entries = await getRows(db, 'entry', item.entryIds)
  const candidates = await getRows(db, 'candidate', [...new Set(entries.map(({ candidateId }) => candidateId))])
  const offeringId = item.detail?.offeringId
  const offering = typeof offeringId === 'string' ? await getRow(db, 'offering', offeringId) : null
  const software = offering ? await getRows(db, 'software', offering.softwareIds) : []
  return {
    ...item,
    candidateNames: candidates.map(fullName),
    examCodes: [...new Set(entries.map(({ examId }) => exams.get(examId)?.code ?? examId))].sort(),
    offeringLabel: offering
      ? `${exams.get(offering.examId)?.code ?? ''} (${software.map(({ name }) => name).join(', ')})`
      : null,
  }
}

async function describePayment(
  db: Db,
  paymentId: string,
  sessions: (sessionId: string) => Promise<SessionRows>,
): Promise<ReviewRow['payment']> {
  const payment = await getRow(db, 'payment', paymentId)
  if (!payment) return null
  const { credits, receipts, voids } = await sessions(payment.sessionId)
  return {
    amount: payment.amount,
    currency: payment.currency,
    credit: credits.get(paymentId) ?? 0,
    voided: voids.has(paymentId),
    receiptNumber: receipts.get(paymentId)?.number ?? null,
  }
}

/** A session is thousands of rows: read once for a whole list, however many items speak of it. */
function readOnce(read: (sessionId: string) => Promise<SessionRows>): (sessionId: string) => Promise<SessionRows> {
  const known = new Map<string, Promise<SessionRows>>()
  return (sessionId) => {
    const rows = known.get(sessionId) ?? read(sessionId)
    known.set(sessionId, rows)
    return rows
  }
}
