import { useCallback } from 'react'
import type { Input } from '../../contract/ipc.ts'
import { sayConvocationPrinted } from '../../text/screens/convocations.ts'
import { TROUBLE } from '../../text/screens/frame.ts'
import { PAPERS } from '../../text/screens/papers.ts'
import { PRINTING } from '../../text/screens/printing.ts'
import { api, readAgain } from '../api.ts'
import { useAskPrinter } from '../papers/print-context.ts'
import { useToast } from '../ui/toast.tsx'
import type { Offer } from '../ui/toast-stack.ts'

/** Prints convocations and says what became of them; what was asked is answered when all are done, or when somebody gave up. */
export function usePrintConvocations(): (asked: Input<'convocation.print'>) => Promise<void> {
  const say = useToast()
  const ask = useAskPrinter()
  return useCallback(
    async (asked) => {
      try {
        const answer = await api.call('convocation.print', asked)
        readAgain()
        const { printed, document } = answer
        const offers: Offer[] = printed > 0 ? [{ words: PAPERS.openFolder, run: () => void openFolder() }] : []
        if (document)
          offers.unshift({
            words: PRINTING.ask,
            run: () => ask({ ...document, kind: 'convocation' }),
          })
        say(sayConvocationPrinted(answer), null, offers)
      } catch {
        say(TROUBLE.notDone)
      }
      async function openFolder() {
        const { opened } = await api.call('desk.open-folder', { which: 'papers' }).catch(() => ({ opened: false }))
        if (!opened) say(PAPERS.folderNotOpened)
      }
    },
    [say, ask],
  )
}
