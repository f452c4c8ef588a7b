import { type RawBuilder, sql } from 'kysely'
import type { SessionCheck, SessionPoint, SessionPointName } from '../../contract/desk-session-check.ts'
import { MOST_OF_POINT } from '../../contract/limits.ts'
import { paidForEntry, stands } from '../../db/payments.ts'
import { rowsBy } from '../../db/request-parts.ts'
import type { Db } from '../../db/schema.ts'
import { fallOfEntry, isOnAccount } from '../../db/unpaid-again.ts'
import { byId } from '../../domain/by-id.ts'
import { fullName } from '../../domain/candidate.ts'
import { type Clock, toLocalDate } from '../../domain/time.ts'
import { ownCentre } from '../own-centre.ts'
import { readPaymentsAround } from './payments-of.ts'
import { readSessionMoney } from './session-sum.ts'
import { softwareNames } from './software-names.ts'
import { readIdentities } from './today-files.ts'

/** Reads what of a session is not as it should be before its papers are printed. Counted by SQLite, the first ones of each read whole. */
export async function checkSession(db: Db, clock: Clock, sessionId: string): Promise<SessionCheck> {
  const { centre } = await ownCentre(db)
  const checkedAt = clock.now()
  const today = toLocalDate(checkedAt, centre.timeZone)
  const hasSitting = sql`exists (select 1 from sitting where sitting.offering_id = entry.offering_id and not sitting.cancelled)`
  const toConvene = sql`entry.status = 'confirmed' and ${hasSitting} and not exists (
    select 1 from issued_paper where issued_paper.request_id = entry.request_id and issued_paper.kind = 'convocation')`
  // One convocation for all of somebody's exams: one that owes again holds it.
  const isHeld = sql`entry.candidate_id in (
    select entry.candidate_id from entry
    where entry.session_id = ${sessionId} and entry.status = 'confirmed' and ${fallOfEntry} is not null)`
  const points = [
    await entriesWhere(db, sessionId, 'paid-not-confirmed', {
      where: sql`entry.status = 'prevalidated' and entry.fee_amount > 0 and entry.fee_amount <= ${paidForEntry}`,
    }),
    await entriesWhere(db, sessionId, 'confirmed-not-paid', {
      where: sql`entry.status = 'confirmed' and entry.fee_amount > ${paidForEntry} and not ${isOnAccount}`,
      amount: sql`entry.fee_amount - ${paidForEntry}`,
    }),
    await offeringsWithoutSitting(db, sessionId),
    await entriesWhere(db, sessionId, 'no-convocation', { where: sql`${toConvene} and not ${isHeld}` }),
    await entriesWhere(db, sessionId, 'convocation-held', { where: sql`${toConvene} and ${isHeld}` }),
    await paymentsWithoutReceipt(db, sessionId),
    await receiptsWithoutPayment(db, sessionId),
    await credits(db, sessionId),
    await identities(db, sessionId, today),
  ]
  return { checkedAt, currency: centre.currency, points: points.filter(({ total }) => total > 0) }
}

type Row = SessionPoint['rows'][number]

/** @param amount of each, in minor units, where the point is about money */
async function entriesWhere(
  db: Db,
  sessionId: string,
  name: SessionPointName,
  { where, amount }: { where: RawBuilder<unknown>; amount?: RawBuilder<unknown> },
): Promise<SessionPoint> {
  const from = sql`from entry where entry.session_id = ${sessionId} and ${where}`
  const { rows: sums } = await sql<{ total: number; amount: number | null }>`
    select count(*) as total, ${amount ? sql`sum(${amount})` : sql`null`} as amount ${from}`.execute(db)
  const { total = 0, amount: sum = null } = sums[0] ?? {}
  if (total === 0) return { name, total, amount: null, rows: [] }
  const { rows } = await sql<{
    id: string
    candidateId: string
    requestId: string
    examCode: string
    amount: number | null
  }>`
    select entry.id, entry.candidate_id, entry.request_id, ${amount ?? sql`null`} as amount,
      coalesce((select code from exam where exam.id = entry.exam_id), entry.exam_id) as exam_code
    ${from} order by entry.candidate_id, exam_code limit ${MOST_OF_POINT}`.execute(db)
  const people = byId(await rowsBy(db, 'candidate', 'id', [...new Set(rows.map(({ candidateId }) => candidateId))]))
  return {
    ...{ name, total, amount: sum },
    rows: rows.map(({ id, candidateId, requestId, examCode, amount }): Row => {
      const candidate = people.get(candidateId)
      return { id, requestId, title: candidate ? fullName(candidate) : candidateId, detail: examCode, amount }
    }),
  }
}

async function offeringsWithoutSitting(db: Db, sessionId: string): Promise<SessionPoint> {
  const { rows: found } = await sql<{ id: string; confirmed: number }>`
    select offering_id as id, count(*) as confirmed from entry
    where session_id = ${sessionId} and status = 'confirmed' and offering_id is not null
      and not exists (select 1 from sitting where sitting.offering_id = entry.offering_id and not sitting.cancelled)
    group by offering_id`.execute(db)
  const offerings = await rowsBy(
    db,
    'offering',
    'id',
    found.map(({ id }) => id),
  )
  const software = byId(
    await rowsBy(db, 'software', 'id', [...new Set(offerings.flatMap(({ softwareIds }) => softwareIds))]),
  )
  const exams = byId(await rowsBy(db, 'exam', 'id', [...new Set(offerings.map(({ examId }) => examId))]))
  const rows = offerings
    .map((offering): Row => {
      const title = exams.get(offering.examId)?.code ?? offering.examId
      const detail = softwareNames(offering, software).join(', ') || null
      return { id: offering.id, requestId: null, title, detail, amount: null }
    })
    .sort((a, b) => (a.title < b.title ? -1 : 1))
  const total = found.reduce((sum, { confirmed }) => sum + confirmed, 0)
  return { name: 'no-sitting', total, amount: null, rows: rows.slice(0, MOST_OF_POINT) }
}

async function paymentsWithoutReceipt(db: Db, sessionId: string): Promise<SessionPoint> {
  const from = sql`from payment where payment.session_id = ${sessionId} and ${stands(sql.raw('payment.id'))} and not exists (
      select 1 from receipt where receipt.payment_id = payment.id
        and not exists (select 1 from credit_note where credit_note.receipt_id = receipt.id))`
  return await paymentsWhere(db, 'payment-without-receipt', from)
}

/** A receipt that nothing corrects, of money that was taken back or that a cheque did not bring. */
async function receiptsWithoutPayment(db: Db, sessionId: string): Promise<SessionPoint> {
  const from = sql`from payment where payment.session_id = ${sessionId} and not (${stands(sql.raw('payment.id'))}) and exists (
      select 1 from receipt where receipt.payment_id = payment.id
        and not exists (select 1 from credit_note where credit_note.receipt_id = receipt.id))`
  return await paymentsWhere(db, 'receipt-without-payment', from)
}

async function paymentsWhere(db: Db, name: SessionPointName, from: RawBuilder<unknown>): Promise<SessionPoint> {
  const { rows: sums } = await sql<{ total: number; amount: number | null }>`
    select count(*) as total, sum(payment.amount) as amount ${from}`.execute(db)
  const { total = 0, amount = null } = sums[0] ?? {}
  const { rows: first } = await sql<{ id: string }>`
    select payment.id ${from} order by payment.recorded_at, payment.id limit ${MOST_OF_POINT}`.execute(db)
  const payments = await rowsBy(
    db,
    'payment',
    'id',
    first.map(({ id }) => id),
  )
  const { candidates, organisations, receipts } = await readPaymentsAround(db, payments)
  const rows = payments.map(({ id, payer, amount }): Row => {
    const candidate = candidates.get(payer.id)
    const title = organisations.get(payer.id)?.name ?? (candidate ? fullName(candidate) : payer.id)
    return { id, requestId: null, title, detail: receipts.get(id)?.number ?? null, amount }
  })
  return { name, total, amount, rows }
}

async function credits(db: Db, sessionId: string): Promise<SessionPoint> {
  const { beyond } = await readSessionMoney(db, sessionId)
  return { name: 'credit', total: beyond > 0 ? 1 : 0, amount: beyond, rows: [] }
}

async function identities(db: Db, sessionId: string, today: string): Promise<SessionPoint> {
  const { total, rows } = await readIdentities(db, sessionId, today, MOST_OF_POINT)
  return {
    ...{ name: 'identity', total, amount: null },
    rows: rows.map(({ candidate, requestId }): Row => {
      return { id: candidate.id, requestId, title: fullName(candidate), detail: null, amount: null }
    }),
  }
}
