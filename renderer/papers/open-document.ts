import { useCallback, useSyncExternalStore } from 'react'
import type { Input } from '../../contract/ipc.ts'
import { TROUBLE } from '../../text/screens/frame.ts'
import { PAPERS } from '../../text/screens/papers.ts'
import { api, readAgain } from '../api.ts'
import { useToast } from '../ui/toast.tsx'
import { createUnderWay } from './under-way.ts'

type Asked = Input<'document.open'>

/** Of the whole window: the paper that a dialog has asked for is also under way for the button that the dialog uncovers. */
const making = createUnderWay()

/**
 * Makes the paper if need be, stores it and opens it; says what became of it.
 * `open` gives whether there is a paper (`aloud: false` says only what went wrong) and does nothing while the same one is being
 * made, which `isOpening` tells.
 */
export function useOpenDocument(): {
  open: (asked: Asked, aloud?: boolean) => Promise<boolean>
  isOpening: (asked: Asked) => boolean
} {
  const say = useToast()
  const underWay = useSyncExternalStore(making.subscribe, making.current)
  const open = useCallback(
    async (asked: Asked, aloud = true) => {
      const key = JSON.stringify(asked)
      if (!making.begin(key)) return false
      try {
        const answer = await api.call('document.open', asked)
        readAgain()
        if (!answer.ok) say(PAPERS.failed[answer.code])
        else if (!answer.opened) say(PAPERS.made(answer.value))
        else if (aloud) say(PAPERS.opened(answer.value))
        return answer.ok
      } catch {
        say(TROUBLE.notDone)
        return false
      } finally {
        making.end(key)
      }
    },
    [say],
  )
  return { open, isOpening: (asked) => underWay.has(JSON.stringify(asked)) }
}
