import { useCallback } from 'react'
import type { PapersPrinted } from '../../contract/desk-papers.ts'
import type { DocumentKind } from '../../domain/document-kinds.ts'
import { TROUBLE } from '../../text/screens/frame.ts'
import { PAPERS } from '../../text/screens/papers.ts'
import { PRINTING } from '../../text/screens/printing.ts'
import { api, readAgain } from '../api.ts'
import { useToast } from '../ui/toast.tsx'
import type { Offer } from '../ui/toast-stack.ts'
import { useAskPrinter } from './print-context.ts'

/**
 * Prints papers that are issued and says what became of them; what was asked is answered when all are done, or when somebody gave up.
 * @param kind what they are @param sayPrinted what became of them, in a sentence
 */
export function usePrintIssued(
  kind: DocumentKind,
  sayPrinted: (answer: PapersPrinted) => string,
): (print: () => Promise<PapersPrinted>) => Promise<void> {
  const say = useToast()
  const ask = useAskPrinter()
  return useCallback(
    async (print) => {
      try {
        const answer = await print()
        readAgain()
        const { printed, document } = answer
        const offers: Offer[] = printed > 0 ? [{ words: PAPERS.openFolder, run: () => void openFolder() }] : []
        if (document) offers.unshift({ words: PRINTING.ask, run: () => ask({ ...document, kind }) })
        say(sayPrinted(answer), null, offers)
      } catch {
        say(TROUBLE.notDone)
      }
      async function openFolder() {
        const { opened } = await api.call('desk.open-folder', { which: 'papers' }).catch(() => ({ opened: false }))
        if (!opened) say(PAPERS.folderNotOpened)
      }
    },
    [say, ask, kind, sayPrinted],
  )
}
