import { MenuButton } from '../../kit/menu-button.tsx'
import { TROUBLE } from '../../text/screens/frame.ts'
import { MONEY } from '../../text/screens/money.ts'
import { api } from '../api.ts'
import { useToast } from '../ui/toast.tsx'

const KINDS = ['xlsx', 'csv'] as const

/** The payments of the session as a table for the accountant, where the person wants it. */
export function SaveButton({ sessionId }: { sessionId: string }) {
  const say = useToast()
  const save = async (as: (typeof KINDS)[number]) => {
    try {
      const saved = await api.call('payment.save', { sessionId, as })
      if (saved.ok) say(MONEY.saved(saved.path))
      else if (saved.code !== 'cancelled') say(MONEY.saveFailed)
    } catch {
      say(TROUBLE.notDone)
    }
  }
  return (
    <MenuButton
      label={MONEY.saveAll}
      items={KINDS.map((value) => ({ value, label: MONEY.saveAs[value] }))}
      onChoose={(as) => void save(as)}
    >
      {MONEY.save}
    </MenuButton>
  )
}
