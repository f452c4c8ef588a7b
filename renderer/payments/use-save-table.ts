import { useState } from 'react'
import type { PaymentsToSave } from '../../contract/desk-money.ts'
import type { Input } from '../../contract/ipc.ts'
import { TROUBLE } from '../../text/screens/frame.ts'
import { MONEY } from '../../text/screens/money.ts'
import { PAPERS } from '../../text/screens/papers.ts'
import { api } from '../api.ts'
import { useToast } from '../ui/toast.tsx'

/**
 * Writes payments where the person wants them, says where that is, and offers to open the table or its folder. `save` gives whether it is
 * done.
 */
export function useSaveTable(): { save: (wanted: PaymentsToSave) => Promise<boolean>; busy: boolean } {
  const say = useToast()
  const [busy, setBusy] = useState(false)
  const open = async (asked: Input<'payment.open-saved'>) => {
    const { opened } = await api.call('payment.open-saved', asked).catch(() => ({ opened: false }))
    if (!opened) say(asked.which === 'file' ? PAPERS.notOpened(asked.path) : PAPERS.folderNotOpened)
  }
  const save = async (wanted: PaymentsToSave) => {
    setBusy(true)
    try {
      const saved = await api.call('payment.save', wanted)
      if (saved.ok)
        say(MONEY.saved(saved.path), null, [
          { words: PAPERS.openFolder, run: () => void open({ path: saved.path, which: 'folder' }) },
          { words: PAPERS.open, run: () => void open({ path: saved.path, which: 'file' }) },
        ])
      else if (saved.code !== 'cancelled') say(MONEY.saveFailed)
      return saved.ok
    } catch {
      say(TROUBLE.notDone)
      return false
    } finally {
      setBusy(false)
    }
  }
  return { save, busy }
}
