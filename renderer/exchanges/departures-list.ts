import type { ExchangePage, ExchangeRow } from '../../contract/desk.ts'

/** The lines read so far, newest first and without a hole. `next`: from where the following ones are read; null at the end. */
export type Departures = { rows: readonly ExchangeRow[]; next: number | null }

/** States that HQ has not settled: only these lines may still change. */
const LIVE: readonly ExchangeRow['state'][] = ['waiting', 'sending']

/**
 * The lines with a page read (again): it replaces all that was known of its stretch, what lies beyond is kept.
 * @param before as the page was asked for; null: from the newest
 */
export function withPage(known: Departures | null, page: Pick<ExchangePage, 'rows' | 'next'>, before: number | null) {
  if (!known) return { rows: page.rows, next: page.next }
  const [top] = known.rows
  const end = page.next ?? Number.NEGATIVE_INFINITY
  const after = before === null ? [] : known.rows.filter(({ sequence }) => sequence >= before)
  // More has been done since than a page holds: what was known would leave a hole behind it.
  if (before === null && top && top.sequence < end) return { rows: page.rows, next: page.next }
  const beyond = known.rows.filter(({ sequence }) => sequence < end)
  const reached = beyond.length > 0 || (known.next !== null && known.next < end)
  return { rows: [...after, ...page.rows, ...beyond], next: reached ? known.next : page.next }
}

/** Whether a line older than that may have changed since it was read. */
export function mayHaveChanged({ rows }: Departures, before: number): boolean {
  return rows.some(({ sequence, state }) => sequence < before && LIVE.includes(state))
}
