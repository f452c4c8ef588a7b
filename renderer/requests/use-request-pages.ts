import { keepPreviousData, queryOptions, useQueries, useQuery } from '@tanstack/react-query'
import { type RefObject, useCallback, useMemo, useState } from 'react'
import type { RequestRow } from '../../contract/desk.ts'
import type { RequestPage, RequestQuery } from '../../contract/desk-lists.ts'
import { MOST_ROWS } from '../../contract/limits.ts'
import { CHUNK } from '../../kit/near-chunks.ts'
import { api } from '../api.ts'
import type { ListQuery } from './list-look.ts'

/** Rows that cross the wall together. */
export const PAGE_ROWS = 60
/** How often counts that depend on the hour are read again, in milliseconds. */
const HOUR_INTERVAL = 60_000

/** Requests that stay in sight in that list, whatever became of them since it was first read. */
export type InSight = { list: number; ids: readonly string[] }

export type RequestPages = {
  /** The list that is shown: the one asked for, or the one before as long as it has not come. */
  query: ListQuery
  head: RequestPage | undefined
  rowAt: (index: number) => RequestRow | undefined
  /** Where a row stands, if it is among those that were read. */
  indexOf: (requestId: string) => number | undefined
  /** The rows that were read, by id. */
  rows: ReadonlyMap<string, RequestRow>
  isError: boolean
  retry: () => void
}

/**
 * The pages of a list that are near the eye, kept while they are read again.
 * @param near positions of rows whose pages are wanted
 */
export function useRequestPages(asked: ListQuery, inSight: RefObject<InSight>, near: readonly number[]): RequestPages {
  const first = useQuery({
    ...pageOptions(asked, 0, inSight),
    placeholderData: keepPreviousData,
    refetchInterval: HOUR_INTERVAL,
  })
  const [query, setQuery] = useState(asked)
  if (first.data && !first.isPlaceholderData && query !== asked) setQuery(asked)
  const numbers = pagesOf([0, ...near])
  const answers = useQueries({
    queries: numbers.map((number) => pageOptions(query, number, inSight)),
    combine: dataOf,
  })
  const wanted = numbers.join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the numbers are told apart by `wanted`
  const { pages, rows, places } = useMemo(() => {
    const pages = new Map<number, RequestPage>()
    const rows = new Map<string, RequestRow>()
    const places = new Map<string, number>()
    for (const [at, number] of numbers.entries()) {
      const page = answers.data[at]
      if (!page) continue
      pages.set(number, page)
      for (const [offset, row] of page.rows.entries()) {
        rows.set(row.id, row)
        places.set(row.id, number * PAGE_ROWS + offset)
      }
    }
    return { pages, rows, places }
  }, [answers.data, wanted])
  const rowAt = useCallback(
    (index: number) => pages.get(Math.floor(index / PAGE_ROWS))?.rows[index % PAGE_ROWS],
    [pages],
  )
  const indexOf = useCallback((requestId: string) => places.get(requestId), [places])
  return {
    query,
    head: pages.get(0) ?? first.data,
    rowAt,
    indexOf,
    rows,
    isError: first.isError || answers.isError,
    retry: () => void Promise.all([first.refetch(), answers.retry()]),
  }
}

/** Whether these positions are on the same pages as those. */
export function isSamePages(some: readonly number[], others: readonly number[]): boolean {
  return pagesOf(some).join() === pagesOf(others).join()
}

/** The numbers of the pages on which these positions are, the last row of a chunk included. */
function pagesOf(positions: readonly number[]): number[] {
  const numbers = positions.flatMap((index) => [index, index + CHUNK - 1].map((one) => Math.floor(one / PAGE_ROWS)))
  return [...new Set(numbers)].sort((a, b) => a - b)
}

function pageOptions(query: ListQuery, number: number, inSight: RefObject<InSight>) {
  return queryOptions({
    queryKey: ['request.page', query, number],
    // Who stays in sight is no part of the key: they are in the list as it was read, and must only not leave it.
    queryFn: () =>
      api.call('request.page', {
        ...asAsked(query, inSight.current),
        from: number * PAGE_ROWS,
        count: PAGE_ROWS,
      }),
  })
}

/** A list as it is asked of SQLite, with those in sight of this very list: other filters ask for others. */
export function asAsked({ list, ...query }: ListQuery, inSight: InSight): RequestQuery {
  return { ...query, held: inSight.list === list ? inSight.ids.slice(0, MOST_ROWS) : [] }
}

type Answer = { data: RequestPage | undefined; isError: boolean; refetch: () => Promise<unknown> }

function dataOf(answers: readonly Answer[]) {
  return {
    data: answers.map(({ data }) => data),
    isError: answers.some(({ isError }) => isError),
    retry: () => Promise.all(answers.map(({ refetch }) => refetch())),
  }
}
