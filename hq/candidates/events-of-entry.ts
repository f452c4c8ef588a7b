import type { TimelineEvent } from '../../contract/candidate-pages.ts'
import type { RequestChange } from '../../domain/candidate.ts'
import type { Entry } from '../../domain/entry.ts'
import type { Instant } from '../../domain/time.ts'

/** How an entry ended, each time: one that was given back its seat may end again. */
export type End = { entryId: string; status: string; endedAt: Instant }

type Happened = { receivedAt: Instant; changes: readonly RequestChange[]; ends: readonly End[] }

/** What happened to one exam of a request, the oldest first. @param changes of the request @param ends of this entry */
export function eventsOf(
  entry: Pick<Entry, 'examId' | 'prevalidatedAt' | 'confirmedAt'>,
  { receivedAt, changes, ends }: Happened,
): TimelineEvent[] {
  const events: TimelineEvent[] = [{ at: receivedAt, what: 'requested' }]
  const theirs = changes.filter(({ examId }) => examId === null || examId === entry.examId)
  for (const [at, made] of Map.groupBy(theirs, (change) => change.at))
    events.push({ at, what: 'modified', changed: made.map(({ what }) => what) })
  if (entry.prevalidatedAt) events.push({ at: entry.prevalidatedAt, what: 'prevalidated' })
  if (entry.confirmedAt) events.push({ at: entry.confirmedAt, what: 'confirmed' })
  for (const { status, endedAt } of ends)
    if (status === 'refused' || status === 'withdrawn' || status === 'lapsed')
      events.push({ at: endedAt, what: status })
  return events.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}
