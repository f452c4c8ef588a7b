import type { ArrivalEventRow, ArrivalRow } from '../../contract/desk.ts'

export const ARRIVAL_FILTERS = ['all', 'others', 'people', 'here'] as const
export type ArrivalFilter = (typeof ARRIVAL_FILTERS)[number]

/** One line: something that happened, or, where only counts are known, all that came at once. */
export type ArrivalLine = Pick<ArrivalRow, 'at' | 'source'> & {
  key: string
  event: ArrivalEventRow | null
  counts: ArrivalRow['counts']
}

/** What came, one line for each thing that happened, the latest first. */
export function arrivalLines(rows: readonly ArrivalRow[], filter: ArrivalFilter): ArrivalLine[] {
  return rows.flatMap(({ id, at, source, counts, events }) => {
    if (events.length === 0) return isKept(null, filter) ? [{ key: id, at, source, counts, event: null }] : []
    return events
      .map((event, index): ArrivalLine => ({ key: `${id} ${index}`, at, source, counts: event.counts ?? {}, event }))
      .filter(({ event }) => isKept(event, filter))
      .toReversed()
  })
}

function isKept(event: ArrivalEventRow | null, filter: ArrivalFilter): boolean {
  if (filter === 'all') return true
  const by = event?.by
  if (filter === 'people') return !by
  return by ? by.here === (filter === 'here') : false
}
