import type { RequestRow } from '../../contract/desk.ts'
import type { Secretary } from './secretary.ts'

/** Five candidates who wait for one exam with seats left, each alone in the request and paying for themselves; deterministic. */
export async function pickPeople(
  hands: Secretary,
  sessionId: string,
): Promise<[RequestRow, RequestRow, RequestRow, RequestRow, RequestRow]> {
  const offerings = new Map((await hands.offerings(sessionId)).map((one) => [one.id, one]))
  const fit = (await hands.requests(sessionId)).filter(({ entries, organisationId, earlierRequests }) => {
    const [entry, ...others] = entries
    const offering = offerings.get(entry?.offeringId ?? '')
    const roomy = offering?.open && offering.seats - offering.used >= 5 && offering.sittingDates.length > 0
    return (
      entry &&
      others.length === 0 &&
      entry.status === 'requested' &&
      organisationId === null &&
      earlierRequests === 0 &&
      roomy
    )
  })
  const groups = Map.groupBy(fit, ({ entries }) => entries[0]?.offeringId)
  const [one, two, three, four, five] = [...groups.values()].toSorted((a, b) => b.length - a.length)[0] ?? []
  if (!one || !two || !three || !four || !five) throw new Error('the sample has not five such candidates')
  return [one, two, three, four, five]
}

/** What the window shows of each one’s only entry. */
export async function statusesAtDesk(
  hands: Secretary,
  sessionId: string,
  people: readonly RequestRow[],
): Promise<string[]> {
  const rows = await hands.requests(sessionId)
  return people.map(({ id }) => rows.find((row) => row.id === id)?.entries[0]?.status ?? 'absent')
}

/** What HQ holds of each one’s only entry. */
export function statusesAtHq(truth: ReadonlyMap<string, unknown>, people: readonly RequestRow[]): string[] {
  return people.map(
    ({ entries }) => (truth.get(`entry/${entries[0]?.id}`) as { status?: string } | undefined)?.status ?? 'absent',
  )
}
