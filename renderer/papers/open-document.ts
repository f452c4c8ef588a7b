import { useCallback } from 'react'
import type { Input } from '../../contract/ipc.ts'
import { TROUBLE } from '../../text/screens/frame.ts'
import { PAPERS } from '../../text/screens/papers.ts'
import { api, readAgain } from '../api.ts'
import { useToast } from '../ui/toast.tsx'

/**
 * Makes the paper if need be, stores it and opens it; says what became of it.
 * @returns whether there is a paper. `aloud: false` says only what went wrong.
 */
export function useOpenDocument(): (request: Input<'document.open'>, aloud?: boolean) => Promise<boolean> {
  const say = useToast()
  return useCallback(
    async (request, aloud = true) => {
      try {
        const answer = await api.call('document.open', request)
        readAgain()
        if (!answer.ok) say(PAPERS.failed[answer.code])
        else if (!answer.opened) say(PAPERS.made(answer.value.title))
        else if (aloud) say(PAPERS.opened(answer.value.title))
        return answer.ok
      } catch {
        say(TROUBLE.notDone)
        return false
      }
    },
    [say],
  )
}
