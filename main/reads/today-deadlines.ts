import { sql } from 'kysely'
import type { Today, TodayDeadline } from '../../contract/desk-today.ts'
import { MOST_LINES } from '../../contract/limits.ts'
import { paidForEntry } from '../../db/payments.ts'
import type { Db } from '../../db/schema.ts'
import { chequeBounced } from '../../db/unpaid-again.ts'
import { byId } from '../../domain/by-id.ts'
import { compareText } from '../../domain/compare-text.ts'
import type { Entry } from '../../domain/entry.ts'
import { addDays, type Instant, type LocalDate, toLocalDate } from '../../domain/time.ts'
import { type LastReminder, lastReminders } from './last-reminders.ts'
import type { PendingTouches } from './pending-touches.ts'
import { readRequests } from './request-list.ts'

type Awaited = Pick<Entry, 'id' | 'requestId' | 'currency'> & {
  feeAmount: number
  deadlineOn: LocalDate
  deadlineAt: Instant
  paid: number
}
type Line = Omit<TodayDeadline, 'request'> & { requestId: string }

type Moment = { now: Instant; timeZone: string }

/**
 * Payments that were awaited by now or are by tomorrow evening, request by request: overdue first, then in the order of their deadlines.
 * What waits for HQ's answer is left out, as is what a cheque was to pay for that bounced (`today-owed.ts`), and who was reminded today is told apart: nothing more is to be done about them before tomorrow.
 */
export async function readDeadlines(
  db: Db,
  sessionId: string,
  moment: Moment,
  pending: PendingTouches,
): Promise<Today['deadlines']> {
  const { waiting, reminded } = await listLines(db, sessionId, moment, pending)
  return {
    total: waiting.length,
    rows: await withRequests(db, waiting),
    remindedTotal: reminded.length,
    reminded: await withRequests(db, reminded),
  }
}

/** How many of them wait, those reminded today aside. */
export async function countDeadlines(
  db: Db,
  sessionId: string,
  moment: Moment,
  pending: PendingTouches,
): Promise<number> {
  return (await listLines(db, sessionId, moment, pending)).waiting.length
}

async function listLines(
  db: Db,
  sessionId: string,
  { now, timeZone }: Moment,
  pending: PendingTouches,
): Promise<{ waiting: Line[]; reminded: Line[] }> {
  const today = toLocalDate(now, timeZone)
  const awaited = (await listAwaited(db, sessionId, addDays(today, 1))).filter(
    ({ id, feeAmount, paid }) => paid < feeAmount && !pending.decisions.has(`entry/${id}`),
  )
  const byRequest = Map.groupBy(awaited, ({ requestId }) => requestId)
  const reminders = await lastReminders(db, [...byRequest.keys()])
  const lines = [...byRequest].flatMap(([requestId, entries]) => lineOf(requestId, entries, reminders, { now, today }))
  lines.sort((a, b) => compareText(a.deadlineAt, b.deadlineAt) || compareText(a.requestId, b.requestId))
  const isReminded = ({ reminder }: Line) => reminder !== null && toLocalDate(reminder.sentAt, timeZone) >= today
  return { waiting: lines.filter((line) => !isReminded(line)), reminded: lines.filter(isReminded) }
}

async function listAwaited(db: Db, sessionId: string, until: LocalDate): Promise<Awaited[]> {
  const { rows } = await sql<Awaited>`
    select id, request_id, currency, fee_amount, deadline_on, deadline_at, ${paidForEntry} as paid
    from entry
    where session_id = ${sessionId} and status = 'prevalidated' and deadline_on <= ${until} and deadline_at is not null
      and not ${chequeBounced}`.execute(db)
  return rows
}

function lineOf(
  requestId: string,
  entries: readonly Awaited[],
  reminders: ReadonlyMap<string, LastReminder>,
  { now, today }: { now: Instant; today: LocalDate },
): Line[] {
  const inOrder = entries.toSorted((a, b) => compareText(a.deadlineAt, b.deadlineAt) || compareText(a.id, b.id))
  const [first] = inOrder
  if (!first) return []
  const { deadlineOn, deadlineAt, currency } = first
  const reminder = reminders.get(requestId)
  return [
    {
      requestId,
      entryIds: inOrder.map(({ id }) => id),
      due: inOrder.reduce((sum, { feeAmount, paid }) => sum + feeAmount - paid, 0),
      currency,
      day: deadlineAt <= now ? 'over' : deadlineOn <= today ? 'today' : 'tomorrow',
      deadlineOn,
      deadlineAt,
      reminder: reminder ? { sentAt: reminder.sentAt, means: reminder.means } : null,
    },
  ]
}

async function withRequests(db: Db, lines: readonly Line[]): Promise<TodayDeadline[]> {
  const first = lines.slice(0, MOST_LINES)
  const requests = await readRequests(
    db,
    first.map(({ requestId }) => requestId),
  )
  const known = byId(requests)
  return first.flatMap(({ requestId, ...line }) => {
    const request = known.get(requestId)
    return request ? [{ request, ...line }] : []
  })
}
