import type { WireRow } from '../../../contract/rows.ts'

/** `asked`: the token of the page, null for the first. */
export type SnapshotPage = { asked: string | null; rows: WireRow[]; next: string | null; done: number }

export function pageOf(url: string, body: string): SnapshotPage {
  const asked = new URL(url, 'http://hq').searchParams.get('page')
  return { ...(JSON.parse(body) as Omit<SnapshotPage, 'asked'>), asked }
}

/** The pages that a PC which says to have read so many rows has kept at once: each follows on the one before it. */
export function keptPages(pages: readonly SnapshotPage[], done: string | undefined): SnapshotPage[] {
  const last = pages.findLastIndex((page) => String(page.done) === done)
  const kept: SnapshotPage[] = []
  for (const page of pages.slice(0, last + 1).toReversed())
    if (kept[0] === undefined || page.next === kept[0].asked) kept.unshift(page)
  return kept
}
