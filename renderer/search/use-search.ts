import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { SearchAnswer } from '../../contract/desk-lists.ts'
import { api } from '../api.ts'

/** How long answers to what is no longer typed are kept, in milliseconds: letters are taken back more often than not. */
const KEPT_FOR = 30_000

/**
 * People, payers and receipts for what is typed. The answer to the latest text wins; until it is here, that of before stands (`settled`
 * false).
 */
export function useSearch(
  text: string,
  sessionId: string,
): { answer: SearchAnswer | null; settled: boolean; failed: boolean } {
  const typed = text.trim()
  const { data, isPlaceholderData, isPending, isError } = useQuery<SearchAnswer>({
    queryKey: ['search.find', { text: typed, sessionId }],
    queryFn: () => api.call('search.find', { text: typed, sessionId }),
    enabled: typed !== '',
    placeholderData: keepPreviousData,
    gcTime: KEPT_FOR,
  })
  if (typed === '') return { answer: null, settled: true, failed: false }
  return { answer: data ?? null, settled: isError || !(isPlaceholderData || isPending), failed: isError }
}
