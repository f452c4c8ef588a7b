import { sql } from 'kysely'
import type { Today, TodayOwed } from '../../contract/desk-today.ts'
import { MOST_AT_ONCE, MOST_LINES } from '../../contract/limits.ts'
import { listEnds } from '../../db/cheques.ts'
import { paidForEntry } from '../../db/payments.ts'
import { rowsBy } from '../../db/request-parts.ts'
import type { Db } from '../../db/schema.ts'
import { fallOfEntry, isOnAccount, lastBounced, lastVoided } from '../../db/unpaid-again.ts'
import { byId } from '../../domain/by-id.ts'
import type { Candidate } from '../../domain/candidate.ts'
import { compareText } from '../../domain/compare-text.ts'
import { ENTRY_STATUSES, type EntryStatus, holdsSeat } from '../../domain/entry.ts'
import type { Fall } from '../../domain/fell.ts'
import type { Payment } from '../../domain/payment.ts'
import { type Instant, toLocalDate } from '../../domain/time.ts'
import { type LastReminder, lastReminders } from './last-reminders.ts'
import { readPayerNames } from './payer-names.ts'

type Moment = { now: Instant; timeZone: string }

/** An exam that is owed again, and by which payment. */
type Again = Pick<TodayOwed, 'due' | 'currency' | 'requestId' | 'candidateId' | 'paymentId'> & {
  id: string
  fall: Fall
  onAccount: boolean
}
/**
 * All that one payment is owed again for. `reminder`: the earliest of the last ones since it fell; null when somebody was not reminded of
 * that.
 */
type Line = { paymentId: string; fall: Fall; entries: Again[]; reminder: LastReminder | null }

/**
 * Money that had come and is owed again, payment by payment: cheques that bounced, those awaited the earliest first, and payments taken back
 * of which what they had made final owes, those taken back first before the others. An exam stands once, by the payment that fell last.
 * Of whom everybody was reminded today is told apart, as of a deadline.
 */
export async function readOwedAgain(
  db: Db,
  sessionId: string,
  moment: Moment,
): Promise<Pick<Today, 'bounced' | 'voided'>> {
  const lines = await listLines(db, sessionId)
  const of = (fall: Fall) => lines.filter((line) => line.fall === fall)
  const [bounced, voided] = [of('cheque-bounced'), of('payment-voided')]
  const ids = (some: readonly Line[]) => some.map(({ paymentId }) => paymentId)
  return {
    bounced: await apart(db, bounced, moment, await bouncedWhen(db, ids(bounced))),
    voided: await apart(db, voided, moment, await voidedWhen(db, ids(voided))),
  }
}

/** How many of both wait, those reminded today aside. */
export async function countOwedAgain(db: Db, sessionId: string, moment: Moment): Promise<number> {
  return (await listLines(db, sessionId)).filter((line) => !isReminded(line, moment)).length
}

async function listLines(db: Db, sessionId: string): Promise<Line[]> {
  const entries = await listAgain(db, sessionId)
  if (entries.length === 0) return []
  const reminders = await lastReminders(db, [...new Set(entries.map(({ requestId }) => requestId))])
  const fellAt = await fellWhen(db, [...new Set(entries.map(({ paymentId }) => paymentId))])
  return [...Map.groupBy(entries, ({ paymentId }) => paymentId)].flatMap(([paymentId, some]) => {
    const [first] = some
    const last = some.map(({ requestId }) => {
      const reminder = reminders.get(requestId)
      return reminder && reminder.sentAt >= (fellAt.get(paymentId) ?? '') ? reminder : null
    })
    const reminder = last.includes(null)
      ? null
      : (last.toSorted((a, b) => compareText(a?.sentAt ?? '', b?.sentAt ?? ''))[0] ?? null)
    return first ? { paymentId, fall: first.fall, entries: some, reminder } : []
  })
}

async function listAgain(db: Db, sessionId: string): Promise<Again[]> {
  const held = sql.join(ENTRY_STATUSES.filter(holdsSeat))
  // Read at every click, and few payments fall: `cross join` begins with those, whatever SQLite believes.
  const { rows } = await sql<
    Omit<Again, 'fall' | 'onAccount' | 'paymentId'> & {
      status: EntryStatus
      fall: Fall | null
      onAccount: number
      bouncedId: string | null
      voidedId: string | null
    }
  >`
    with fallen as materialized (
      select entry_id from cheque_end cross join payment_entry using (payment_id) where outcome = 'bounced'
      union select entry_id from payment_void cross join payment_entry using (payment_id)),
    owed as materialized (
      select entry.*, entry.fee_amount - ${paidForEntry} as due, ${fallOfEntry} as fall from fallen cross join entry on entry.id = fallen.entry_id
      where entry.session_id = ${sessionId} and entry.status in (${held}))
    select entry.id, entry.request_id, entry.candidate_id, entry.currency, entry.status, entry.due, entry.fall,
      ${isOnAccount} as on_account, ${lastBounced} as bounced_id, ${lastVoided} as voided_id
    from owed as entry left join request on request.id = entry.request_id
    where entry.fall is not null
    order by request.received_at, entry.request_id, entry.id`.execute(db)
  return rows.flatMap(({ status, fall, onAccount, bouncedId, voidedId, ...entry }) => {
    const paymentId = fall === 'cheque-bounced' ? bouncedId : voidedId
    // Pre-validated, what was taken back is awaited by its deadline.
    if (fall === null || paymentId === null || (fall === 'payment-voided' && status !== 'confirmed')) return []
    return { ...entry, fall, paymentId, onAccount: onAccount === 1 }
  })
}

function isReminded({ reminder }: Line, { now, timeZone }: Moment): boolean {
  return reminder !== null && toLocalDate(reminder.sentAt, timeZone) >= toLocalDate(now, timeZone)
}

/** @param whenOf what puts one line before another */
async function apart<T extends object>(
  db: Db,
  lines: readonly Line[],
  moment: Moment,
  whenOf: ReadonlyMap<string, T & { order: string }>,
) {
  const inOrder = lines.toSorted((a, b) =>
    compareText(`${whenOf.get(a.paymentId)?.order} ${a.paymentId}`, `${whenOf.get(b.paymentId)?.order} ${b.paymentId}`),
  )
  const [reminded, waiting] = [
    inOrder.filter((one) => isReminded(one, moment)),
    inOrder.filter((one) => !isReminded(one, moment)),
  ]
  const shown = async (some: readonly Line[]) =>
    (await describeLines(db, some.slice(0, MOST_LINES))).flatMap((line) => {
      const when = whenOf.get(line.paymentId)
      if (!when) return []
      const { order: _, ...told } = when
      return { ...line, ...told }
    })
  return {
    ...{ total: waiting.length, rows: await shown(waiting) },
    ...{ remindedTotal: reminded.length, reminded: await shown(reminded) },
  }
}

/** Whose each is, and whom there is to remind of it: nobody for what is owed later, on account. */
async function describeLines(db: Db, lines: readonly Line[]): Promise<TodayOwed[]> {
  const names = await readPayerNames(
    db,
    lines.map(({ paymentId }) => paymentId),
  )
  const payments = byId(
    await rowsBy(
      db,
      'payment',
      'id',
      lines.map(({ paymentId }) => paymentId),
    ),
  )
  const people = lines.flatMap(({ entries }) => entries.map(({ candidateId }) => candidateId))
  const candidates = byId(await rowsBy(db, 'candidate', 'id', [...new Set(people)]))
  return lines.flatMap(({ paymentId, entries, reminder }) => {
    const [first] = entries
    if (!first) return []
    const asked = [
      ...Map.groupBy(
        entries.filter(({ onAccount }) => !onAccount),
        ({ requestId }) => requestId,
      ),
    ].slice(0, MOST_AT_ONCE)
    const toRemind = asked.flatMap(([, some]) => candidates.get(some[0]?.candidateId ?? '') ?? [])
    const { currency, requestId, candidateId } = first
    return {
      ...{ paymentId, currency, requestId, candidateId, payerName: names.get(paymentId) ?? '' },
      due: entries.reduce((sum, { due }) => sum + due, 0),
      asked: asked.map(([of, some]) => ({ requestId: of, entryIds: some.map(({ id }) => id) })),
      withMail: toRemind.filter(({ email }) => email !== '').length,
      phone: (toRemind.length === 1 && isPayer(toRemind[0], payments.get(paymentId)) && toRemind[0]?.phone) || null,
      reminder: reminder && { sentAt: reminder.sentAt, means: reminder.means },
    }
  })
}

/** An organisation's line bears its name: the number of one of its candidates beside it would be taken for its own. */
function isPayer(candidate: Candidate | undefined, payment: Payment | undefined): boolean {
  return payment?.payer.kind === 'candidate' && payment.payer.id === candidate?.id
}

/** Since when each payment pays for nothing: that it was taken back counts more than that its cheque bounced. */
async function fellWhen(db: Db, paymentIds: readonly string[]): Promise<Map<string, Instant>> {
  const bounced = (await listEnds(db, paymentIds)).map(({ paymentId, notedAt }) => [paymentId, notedAt] as const)
  const voids = await rowsBy(db, 'paymentVoid', 'paymentId', paymentIds)
  return new Map([...bounced, ...voids.map(({ paymentId, voidedAt }) => [paymentId, voidedAt] as const)])
}

async function bouncedWhen(db: Db, paymentIds: readonly string[]) {
  const ends = await listEnds(db, paymentIds)
  const bounced = ends
    .filter(({ outcome }) => outcome === 'bounced')
    .toSorted((a, b) => compareText(a.notedAt, b.notedAt))
  return new Map(bounced.map(({ paymentId, endedOn, dueOn }) => [paymentId, { endedOn, dueOn, order: dueOn ?? '' }]))
}

async function voidedWhen(db: Db, paymentIds: readonly string[]) {
  const voids = await rowsBy(db, 'paymentVoid', 'paymentId', paymentIds)
  // The first of two that took it back stands last.
  const latestFirst = voids.toSorted((a, b) => compareText(b.voidedAt, a.voidedAt))
  return new Map(latestFirst.map(({ paymentId, voidedAt }) => [paymentId, { voidedAt, order: voidedAt }]))
}
