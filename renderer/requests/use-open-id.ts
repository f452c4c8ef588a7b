import { useCallback, useState } from 'react'
import { useKept } from '../../kit/kept.ts'
import { readAhead } from '../api.ts'
import { OPEN_REQUEST } from './kept-keys.ts'

/**
 * The request whose file is open beside the list, and how to open another or none. `elsewhere`: that request, when it was opened from
 * beside this list (the search, another screen); null otherwise.
 */
export function useOpenId(): [string | null, (requestId: string | null) => void, elsewhere: string | null] {
  const [openId, keepOpen] = useKept<string | null>(OPEN_REQUEST, null)
  const [openedHere, setOpenedHere] = useState(openId)
  const setOpenId = useCallback(
    (requestId: string | null) => {
      if (requestId !== null) readAhead('request.file', { requestId })
      setOpenedHere(requestId)
      keepOpen(requestId)
    },
    [keepOpen],
  )
  return [openId, setOpenId, openId === openedHere ? null : openId]
}
