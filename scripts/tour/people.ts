import type { RequestRow } from '../../contract/desk.ts'
import { fullName } from '../../domain/candidate.ts'
import type { DeskReads } from './desk-reads.ts'

/** Whom the morning is about, none of them twice. */
export type People = {
  /** Owes since last week. */
  overdue: RequestRow
  /** Must have paid by this evening. */
  tonight: RequestRow
  /** These wait for one exam with seats left, each alone in the request and paying for themselves. */
  first: RequestRow
  second: RequestRow
  third: RequestRow
  later: RequestRow
  unwanted: RequestRow
  /** Asked for the same exam, with software whose seats are all taken. */
  stuck: RequestRow
}

/** The same ones each time, from the sample data. Throws when it has none of a kind. */
export async function pickPeople(reads: DeskReads, sessionId: string): Promise<People> {
  const { now } = await reads.state()
  const offerings = new Map((await reads.offerings(sessionId)).map((one) => [one.id, one]))
  const alone = (await reads.requests(sessionId)).filter(
    ({ entries, organisationId, earlierRequests }) =>
      entries.length === 1 && organisationId === null && earlierRequests === 0,
  )
  const offeringOf = ({ entries }: RequestRow) => offerings.get(entries[0]?.offeringId ?? '')
  const left = (request: RequestRow) => {
    const offering = offeringOf(request)
    return offering?.open && offering.sittingDates.length > 0 ? offering.seats - offering.used : null
  }
  const waiting = alone.filter(({ entries }) => entries[0]?.status === 'requested')
  const groups = Map.groupBy(
    waiting.filter((one) => (left(one) ?? 0) >= 5),
    ({ entries }) => entries[0]?.offeringId,
  )
  const [first, second, third, later, unwanted] = [...groups.values()].toSorted((a, b) => b.length - a.length)[0] ?? []
  const examCode = first?.entries[0]?.examCode
  const stuck = waiting.find((one) => left(one) === 0 && one.entries[0]?.examCode === examCode)
  const [overdue, tonight] = alone
    .filter(({ entries }) => entries[0]?.status === 'prevalidated' && entries[0].paid === 0)
    .toSorted((a, b) => ((a.entries[0]?.deadlineAt ?? '') < (b.entries[0]?.deadlineAt ?? '') ? -1 : 1))
  const isOver = (overdue?.entries[0]?.deadlineAt ?? now) < now
  if (!first || !second || !third || !later || !unwanted || !stuck || !overdue || !tonight || !isOver)
    throw new Error('the sample has not all of these candidates')
  return { overdue, tonight, first, second, third, later, unwanted, stuck }
}

export function nameOf(request: RequestRow): string {
  return fullName(request.candidate)
}

/** What the window shows of each one’s only entry. */
export async function statusesAtDesk(
  reads: DeskReads,
  sessionId: string,
  people: readonly RequestRow[],
): Promise<string[]> {
  const rows = await reads.requests(sessionId)
  return people.map(({ id }) => rows.find((row) => row.id === id)?.entries[0]?.status ?? 'absent')
}

/** What HQ holds of each one’s only entry. */
export function statusesAtHq(truth: ReadonlyMap<string, unknown>, people: readonly RequestRow[]): string[] {
  return people.map(
    ({ entries }) => (truth.get(`entry/${entries[0]?.id}`) as { status?: string } | undefined)?.status ?? 'absent',
  )
}
