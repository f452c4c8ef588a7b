import { useCallback, useSyncExternalStore } from 'react'
import type { Input } from '../../contract/ipc.ts'
import { TROUBLE } from '../../text/screens/frame.ts'
import { PAPERS } from '../../text/screens/papers.ts'
import { PRINTING } from '../../text/screens/printing.ts'
import { api, readAgain } from '../api.ts'
import { useToast } from '../ui/toast.tsx'
import { useAskPrinter } from './print-context.ts'
import { createUnderWay } from './under-way.ts'

type Asked = Input<'document.open'>
/** `quiet`: says only what went wrong. `after`: what the click said before, which stays in sight. */
type Told = { quiet?: boolean; after?: string | null }

/** Of the whole window: the paper that a dialog has asked for is also under way for the button that the dialog uncovers. */
const making = createUnderWay()

/**
 * Makes the paper if need be, stores it and opens it; says what became of it, by the name of its file, and offers to print it, to open it
 * again or to show where it lies: whoever has no window of it in sight must not wonder.
 * `open` gives whether there is a paper and does nothing while the same one is being made, which `isOpening` tells.
 */
export function useOpenDocument(): {
  open: (asked: Asked, told?: Told) => Promise<boolean>
  isOpening: (asked: Asked) => boolean
} {
  const say = useToast()
  const ask = useAskPrinter()
  const underWay = useSyncExternalStore(making.subscribe, making.current)
  const open = useCallback(
    async (asked: Asked, { quiet = false, after = null }: Told = {}): Promise<boolean> => {
      const key = JSON.stringify(asked)
      if (!making.begin(key)) return false
      try {
        const answer = await api.call('document.open', asked)
        readAgain()
        if (!answer.ok) say(PAPERS.failed[answer.code])
        else if (!quiet || !answer.opened) {
          const became = answer.opened ? PAPERS.opened(answer.value) : PAPERS.notOpened(answer.file)
          const stored = { kind: 'stored', documentId: answer.value.id } as const
          say(after === null ? became : PAPERS.after(after, became), null, [
            { words: PRINTING.ask, run: () => ask(answer.value) },
            { words: PAPERS.openFolder, run: () => void openFolder(say) },
            { words: PAPERS.reopen, run: () => void open(stored) },
          ])
        }
        return answer.ok
      } catch {
        say(TROUBLE.notDone)
        return false
      } finally {
        making.end(key)
      }
    },
    [say, ask],
  )
  return { open, isOpening: (asked) => underWay.has(JSON.stringify(asked)) }
}

async function openFolder(say: (message: string) => void): Promise<void> {
  const { opened } = await api.call('desk.open-folder', { which: 'papers' }).catch(() => ({ opened: false }))
  if (!opened) say(PAPERS.folderNotOpened)
}
