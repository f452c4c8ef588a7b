import { useCallback } from 'react'
import { TROUBLE } from '../../text/screens/frame.ts'
import { PRINTING } from '../../text/screens/printing.ts'
import { api } from '../api.ts'
import { useToast } from '../ui/toast.tsx'

/** « Enregistrer sous… » : a copy of a stored paper where the person wants it. Gives whether there is one. */
export function useSavePaper(): (documentId: string) => Promise<boolean> {
  const say = useToast()
  return useCallback(
    async (documentId) => {
      try {
        const saved = await api.call('document.save', { documentId })
        if (saved.ok) say(PRINTING.saved(saved.path))
        else if (saved.code === 'not-found') say(PRINTING.failed['not-found'])
        else if (saved.code === 'not-written') say(PRINTING.saveFailed)
        return saved.ok
      } catch {
        say(TROUBLE.notDone)
        return false
      }
    },
    [say],
  )
}
