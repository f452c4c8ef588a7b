import type { EntryRow, OfferingRow, RequestRow } from '../../contract/desk.ts'
import { byId } from '../../domain/by-id.ts'
import type { ReinstateFacts } from '../../domain/commands/reinstate.ts'
import { ruleOf } from '../../domain/commands.ts'
import { judge, type Refusal } from '../../domain/decision.ts'
import { othersWithSeat } from '../../domain/other-offerings.ts'
import { freeSeats } from '../../domain/seats.ts'
import { circumstancesOf, type ReadyDesk } from '../frame/office.tsx'

/** Seats of the session as the desk counts them: an estimate, HQ has the last word. */
export type Seats = {
  offerings: ReadonlyMap<string, OfferingRow>
  used: ReadonlyMap<string, number>
  sittingDates: ReadonlyMap<string, readonly string[]>
}

export function seatsOf(rows: readonly OfferingRow[]): Seats {
  return {
    offerings: byId(rows),
    used: new Map(rows.map((row) => [row.id, row.used])),
    sittingDates: new Map(rows.map((row) => [row.id, row.sittingDates])),
  }
}

export type Answer =
  | { ok: true }
  | { ok: false; refusal: Refusal; offering: OfferingRow | null; examCode: string | null }

/** Whether these entries of one request could be pre-validated now: the very judgement that the click would meet, role apart. */
export function judgePrevalidation(
  desk: ReadyDesk,
  seats: Seats,
  entries: readonly EntryRow[],
  used?: ReadonlyMap<string, number>,
): Answer {
  return judgeSeats('entry.prevalidate', desk, seats, entries, used)
}

/** Whether these entries of one request could be given a seat now, for the first time or again. */
export function judgeSeats(
  name: 'entry.prevalidate' | 'entry.reinstate',
  desk: ReadyDesk,
  seats: Seats,
  entries: readonly EntryRow[],
  used: ReadonlyMap<string, number> = seats.used,
): Answer {
  const [first] = entries
  if (!first) return { ok: false, refusal: { code: 'wrong-status' }, offering: null, examCode: null }
  const offerings = entries.flatMap(({ offeringId }) => (offeringId && seats.offerings.get(offeringId)) || [])
  const facts: ReinstateFacts = {
    centre: desk.centre,
    settings: desk.settings,
    entries,
    offerings,
    used,
    sittingDates: seats.sittingDates,
    // What the candidate asked elsewhere only HQ sees.
    liveOtherwise: new Set(),
  }
  const args = { requestId: first.requestId, entryIds: entries.map(({ id }) => id) }
  const decision = judge(ruleOf(name), args, facts, circumstancesOf(desk), 'desk')
  if (decision.ok) return { ok: true }
  const { refusal } = decision
  const entry = entries.find(({ id }) => id === refusal.detail?.entryId)
  const offering = (entry?.offeringId && seats.offerings.get(entry.offeringId)) || null
  return { ok: false, refusal, offering, examCode: entry?.examCode ?? null }
}

export type SelectionAnswer = {
  possible: RequestRow[]
  not: { request: RequestRow; refusal: Refusal; offering: OfferingRow | null }[]
}

/**
 * Which of several requests could be pre-validated together. Seats go to them in the order in which they were received.
 * @param exam a code: only that exam of each would be; null: all that waits
 */
export function judgeSelection(
  desk: ReadyDesk,
  seats: Seats,
  requests: readonly RequestRow[],
  exam: string | null = null,
): SelectionAnswer {
  const used = new Map(seats.used)
  const answer: SelectionAnswer = { possible: [], not: [] }
  for (const request of requests.toSorted((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1))) {
    const entries = waitingFor(request, exam)
    const judged = judgePrevalidation(desk, seats, entries, used)
    if (!judged.ok) {
      answer.not.push({ request, refusal: judged.refusal, offering: judged.offering })
      continue
    }
    answer.possible.push(request)
    for (const { offeringId } of entries) if (offeringId) used.set(offeringId, (used.get(offeringId) ?? 0) + 1)
  }
  return answer
}

/** An exam that more people wait for than there are seats left, and whether this request is among those who have one if seats go in turn. */
export type Turn = { entry: EntryRow; free: number; waiting: number; isTurn: boolean }

/** What a request competes for with others, as the seats stand now. Seats go in the order received; nobody is bound to it. */
export function turnsOf(seats: Seats, request: RequestRow): Turn[] {
  return waitingEntries(request).flatMap((entry) => {
    const offering = entry.offeringId ? seats.offerings.get(entry.offeringId) : undefined
    const last = offering?.lastInTurn
    if (!offering || !last) return []
    const { receivedAt, id } = request
    const isTurn = receivedAt < last.receivedAt || (receivedAt === last.receivedAt && id <= last.requestId)
    return [{ entry, free: freeSeats(offering.seats, offering.used), waiting: offering.waiting, isTurn }]
  })
}

/** The entries that this centre can answer now: one that has a pending decision waits for HQ, not for a second one. */
export function waitingEntries(request: RequestRow): EntryRow[] {
  return request.entries.filter(({ status, pending }) => status === 'requested' && !pending)
}

/** Those of them that are of this exam; all of them when it is null. */
export function waitingFor(request: RequestRow, exam: string | null): EntryRow[] {
  return waitingEntries(request).filter(({ examCode }) => exam === null || examCode === exam)
}

/** Other offerings of the same exam in which a seat is left. */
export function alternativesTo(offering: OfferingRow, seats: Seats): { software: string; free: number }[] {
  const entry = { examId: offering.examId, offeringId: offering.id }
  const others = othersWithSeat(seats.offerings.values(), entry, ({ used }) => used)
  return others.map(({ offering: other, free }) => ({ software: softwareName(other), free }))
}

/** The software as the candidate sees it: « CIEL COMPTABILITE, EXCEL 2017 ». */
export function softwareName(offering: Pick<OfferingRow, 'software' | 'examCode'>): string {
  return offering.software.join(', ') || offering.examCode
}
