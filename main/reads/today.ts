import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Today, TodayOffer, TodaySeats } from '../../contract/desk-today.ts'
import { MOST_LINES } from '../../contract/limits.ts'
import { decode } from '../../db/codec.ts'
import { countByState } from '../../db/commands.ts'
import { getRow, listRows, listRowsOfSession } from '../../db/rows.ts'
import type { Db } from '../../db/schema.ts'
import { byId } from '../../domain/by-id.ts'
import type { Exam, ExamSession, Offering } from '../../domain/catalogue.ts'
import type { EntryStatus } from '../../domain/entry.ts'
import { type Clock, toLocalDate } from '../../domain/time.ts'
import { ownCentre } from '../own-centre.ts'
import { readPendingTouches } from './pending-touches.ts'
import { countOpenReviews, describeReview } from './review-list.ts'
import { softwareNames } from './software-names.ts'
import { readDeadlines } from './today-deadlines.ts'
import { readDataCheck, readIdentities, readPayers } from './today-files.ts'
import { readOwedAgain } from './today-owed.ts'
import { type Offers, readAskedRequests } from './today-requests.ts'

/** What waits for somebody in a session, and À revoir; null when HQ has taken the session back. Read often: SQLite counts, few rows leave it. */
export async function readToday(db: Db, clock: Clock, sessionId: string): Promise<Today | null> {
  const session = await getRow(db, 'examSession', sessionId)
  if (!session) return null
  const now = clock.now()
  const own = await ownCentre(db)
  const { timeZone } = own.centre
  const pending = await readPendingTouches(db)
  const exams = await listRowsOfSession(db, 'exam', sessionId)
  const codes = new Map(exams.map(({ id, code }) => [id, code]))
  const codeOf = (examId: string) => codes.get(examId) ?? examId
  const offers = await readOffers(db, sessionId, codeOf)
  const on = toLocalDate(now, timeZone)
  const reviews = await readReviews(db)
  const deadlines = await readDeadlines(db, sessionId, { now, timeZone }, pending)
  // In a big centre each part takes its time: what a hand asks for meanwhile is answered in between.
  await setImmediate()
  const requests = await readAskedRequests(db, sessionId, { ...own, ...offers, now, codeOf, pending })
  await setImmediate()
  const payers = await readPayers(db, sessionId)
  const { bounced, voided } = await readOwedAgain(db, sessionId, { now, timeZone })
  await setImmediate()
  const identities = await readIdentities(db, sessionId, on)
  await setImmediate()
  return {
    on,
    waiting: reviews.total + reviews.unread + deadlines.total + bounced.total + voided.total + requests.total,
    hasRequests: await hasRequests(db, sessionId),
    reviews,
    deadlines,
    requests,
    payers,
    bounced,
    voided,
    identities,
    dataCheck: await readDataCheck(db, session, { now, timeZone }),
    seats: await readSeats(db, offers),
    dates: await readDates(db, session, exams),
  }
}

async function readOffers(db: Db, sessionId: string, codeOf: (examId: string) => string): Promise<Offers> {
  const offerings = await listRowsOfSession(db, 'offering', sessionId)
  const software = byId(await listRows(db, 'software'))
  return {
    offerings: byId(offerings),
    nameOf: (offering: Offering): TodayOffer => ({
      offeringId: offering.id,
      examCode: codeOf(offering.examId),
      software: softwareNames(offering, software),
    }),
  }
}

async function readReviews(db: Db): Promise<Today['reviews']> {
  const total = await countOpenReviews(db)
  const rows = await db
    .selectFrom('reviewItem')
    .selectAll()
    .where(sql<boolean>`not exists (select 1 from review_settlement where review_item_id = review_item.id)`)
    .orderBy('judgedAt', 'desc')
    .limit(MOST_LINES)
    .execute()
  // Of whatever session.
  const exams = byId(rows.length > 0 ? await listRows(db, 'exam') : [])
  const described = await Promise.all(rows.map((row) => describeReview(db, decode('reviewItem', row), exams)))
  return { total, unread: (await countByState(db)).get('quarantined') ?? 0, rows: described }
}

async function hasRequests(db: Db, sessionId: string): Promise<boolean> {
  return (
    (await db.selectFrom('request').select('id').where('sessionId', '=', sessionId).limit(1).executeTakeFirst()) !==
    undefined
  )
}

async function readSeats(db: Db, { offerings, nameOf }: Offers): Promise<TodaySeats[]> {
  const { rows } = await sql<{ offeringId: string; status: EntryStatus; count: number }>`
    select offering_id, status, count(*) as count from entry
    where offering_id in (select value from json_each(${JSON.stringify([...offerings.keys()])}))
    group by offering_id, status`.execute(db)
  const counts = new Map(rows.map(({ offeringId, status, count }) => [`${offeringId} ${status}`, count]))
  const seats = [...offerings.values()].map((offering) => {
    const count = (status: EntryStatus) => counts.get(`${offering.id} ${status}`) ?? 0
    return {
      ...nameOf(offering),
      offeringId: offering.id,
      seats: offering.seats,
      open: offering.open,
      confirmed: count('confirmed'),
      held: count('prevalidated'),
      waiting: count('requested'),
    }
  })
  const place = ({ examCode, software, offeringId }: TodaySeats) => `${examCode} ${software.join()} ${offeringId}`
  return seats.sort((a, b) => (place(a) < place(b) ? -1 : 1))
}

/** Exams are held on the days of the centre's sittings, or else in the whole session. */
async function readDates(db: Db, session: ExamSession, exams: readonly Exam[]): Promise<Today['dates']> {
  const { rows } = await sql<{ first: string | null; last: string | null }>`
    select min(held_on) as first, max(held_on) as last from sitting
    where session_id = ${session.id} and not cancelled`.execute(db)
  const opens = exams.map(({ registrationOpensAt }) => registrationOpensAt).sort()
  const closes = exams.map(({ registrationClosesAt }) => registrationClosesAt).sort()
  return {
    opensAt: opens[0] ?? null,
    closesAt: closes.at(-1) ?? null,
    examsFrom: rows[0]?.first ?? session.startsOn,
    examsTo: rows[0]?.last ?? session.endsOn,
  }
}
