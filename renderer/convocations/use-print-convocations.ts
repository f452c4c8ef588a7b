import { useCallback } from 'react'
import type { Input } from '../../contract/ipc.ts'
import { sayConvocationPrinted } from '../../text/screens/convocations.ts'
import { TROUBLE } from '../../text/screens/frame.ts'
import { PAPERS } from '../../text/screens/papers.ts'
import { api, readAgain } from '../api.ts'
import { useToast } from '../ui/toast.tsx'

/** Prints convocations and says what became of them; what was asked is answered when all are done, or when somebody gave up. */
export function usePrintConvocations(): (asked: Input<'convocation.print'>) => Promise<void> {
  const say = useToast()
  return useCallback(
    async (asked) => {
      try {
        const answer = await api.call('convocation.print', asked)
        readAgain()
        const offers = answer.printed > 0 ? [{ words: PAPERS.openFolder, run: () => void openFolder() }] : []
        say(sayConvocationPrinted(answer), null, offers)
      } catch {
        say(TROUBLE.notDone)
      }
      async function openFolder() {
        const { opened } = await api.call('desk.open-folder', { which: 'papers' }).catch(() => ({ opened: false }))
        if (!opened) say(PAPERS.folderNotOpened)
      }
    },
    [say],
  )
}
