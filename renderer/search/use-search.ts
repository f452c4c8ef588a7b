import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import type { SearchAnswer } from '../../contract/desk-lists.ts'
import { api, queryClient } from '../api.ts'

/** How long answers to what is no longer typed are kept, in milliseconds: letters are taken back more often than not. */
const KEPT_FOR = 30_000

/** What was found for a text, as it is kept under « search.find ». */
export type Found = { text: string; answer: SearchAnswer }

function searchOptions(text: string, sessionId: string) {
  return queryOptions<Found>({
    queryKey: ['search.find', { text, sessionId }],
    queryFn: async () => ({ text, answer: await api.call('search.find', { text, sessionId }) }),
    gcTime: KEPT_FOR,
  })
}

/** Asks at once, at the key itself: the answer is on its way while what was typed is drawn. */
export function askSearch(text: string, sessionId: string): void {
  const typed = text.trim()
  if (typed !== '') void queryClient.prefetchQuery(searchOptions(typed, sessionId))
}

/**
 * People, payers and receipts for what is typed. The answer to the latest text wins; until it is here, that of before stands (`settled`
 * false), with the text that it answers.
 */
export function useSearch(text: string, sessionId: string): { found: Found | null; settled: boolean; failed: boolean } {
  const typed = text.trim()
  const { data, isPlaceholderData, isPending, isError } = useQuery({
    ...searchOptions(typed, sessionId),
    enabled: typed !== '',
    placeholderData: keepPreviousData,
  })
  if (typed === '') return { found: null, settled: true, failed: false }
  return { found: data ?? null, settled: isError || !(isPlaceholderData || isPending), failed: isError }
}
