import { useState } from 'react'
import { fullName } from '../../domain/candidate.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { Select } from '../../kit/select.tsx'
import { type Reminded, reminderLetter } from '../../text/letters/reminder-letter.ts'
import { FRAME } from '../../text/screens/frame.ts'
import { REFUSE } from '../../text/screens/refuse.ts'
import { REQUESTS } from '../../text/screens/requests.ts'
import { useRows } from '../api.ts'
import { useOffice } from '../frame/office.tsx'
import { LetterView } from './letter-view.tsx'

type ReminderDialogProps = { reminded: readonly Reminded[]; onClose: () => void }

/** What the mail of « Relancer » says, to read once it was asked for; of several, one at a time. */
export function ReminderDialog({ reminded, onClose }: ReminderDialogProps) {
  const { desk } = useOffice()
  const [shownId, setShownId] = useState<string | null>(null)
  const shown = reminded.find(({ request }) => request.id === shownId) ?? reminded[0]
  const offerings = useRows('offering.list', shown ? { sessionId: shown.request.sessionId } : null, { keep: true }).data
  if (!shown) return null
  const letter = offerings ? reminderLetter(desk, shown, offerings) : null
  return (
    <Dialog title={REQUESTS.reminderMail} onClose={onClose} footer={<Button onPress={onClose}>{FRAME.close}</Button>}>
      {reminded.length > 1 ? (
        <Select
          shown
          label={REFUSE.previewFor}
          value={shown.request.id}
          options={reminded.map(({ request }) => ({ value: request.id, label: fullName(request.candidate) }))}
          onChange={setShownId}
        />
      ) : null}
      {letter ? <LetterView letter={letter} to={shown.request.candidate.email} /> : null}
      <p className="sub">{REQUESTS.reminderByHq}</p>
    </Dialog>
  )
}
