import { useCallback } from 'react'
import { MOST_RECENT } from '../../contract/limits.ts'
import { isListOf, isText } from '../../kit/accepts.ts'
import { useKept } from '../../kit/kept.ts'

const NOBODY: readonly string[] = []
const areIds = isListOf(isText)

/** The candidates whom the person who sits here opened last, the latest first; kept for them. */
export function useRecent(): { recent: readonly string[]; remember: (candidateId: string) => void } {
  const [recent, setRecent] = useKept<readonly string[]>('search.recent', NOBODY, areIds)
  const remember = useCallback(
    (candidateId: string) =>
      setRecent((before) => [candidateId, ...before.filter((id) => id !== candidateId)].slice(0, MOST_RECENT)),
    [setRecent],
  )
  return { recent: recent.slice(0, MOST_RECENT), remember }
}
