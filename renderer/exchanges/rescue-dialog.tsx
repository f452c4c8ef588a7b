import { useState } from 'react'
import type { DeskState } from '../../contract/desk.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { Notice } from '../../kit/status-tag.tsx'
import { formatMoment } from '../../text/format.ts'
import { TROUBLE } from '../../text/screens/frame.ts'
import { RESCUE, sayRead, sayToCarry, sayWritten } from '../../text/screens/rescue.ts'
import { api, readAgain } from '../api.ts'
import { HelpButton } from '../help/help-button.tsx'

type RescueDialogProps = { desk: DeskState; onClose: () => void }
type Said = { well: boolean; words: string }

/** The long outage in two steps: one file out to HQ, one file back. */
export function RescueDialog({ desk: { freshness, now, centre }, onClose }: RescueDialogProps) {
  // Until the centre's own row is here there is nothing to transmit, and no instant is told.
  const timeZone = centre?.timeZone ?? 'UTC'
  return (
    <Dialog
      title={RESCUE.title}
      help={<HelpButton page="fichier-de-secours" />}
      onClose={onClose}
      footer={<Button onPress={onClose}>{RESCUE.close}</Button>}
    >
      <p className="muted">{RESCUE.intro}</p>
      <ol className="rescue-steps">
        <Step
          title={RESCUE.writeTitle}
          text={sayToCarry(freshness, (instant) => formatMoment(instant, now, timeZone))}
          ask={RESCUE.write}
          asking={RESCUE.writing}
          act={async () => {
            const answer = await api.call('rescue.write', {})
            if (answer.ok) readAgain()
            return { well: answer.ok, words: sayWritten(answer), next: answer.ok ? RESCUE.writtenNext : '' }
          }}
        />
        <Step
          title={RESCUE.readTitle}
          text={RESCUE.readText}
          ask={RESCUE.read}
          asking={RESCUE.reading}
          act={async () => {
            const answer = await api.call('rescue.read', {})
            if (answer.ok) readAgain()
            return { well: answer.ok, words: sayRead(answer) }
          }}
        />
      </ol>
    </Dialog>
  )
}

type StepProps = {
  title: string
  text: string
  ask: string
  asking: string
  act: () => Promise<Said & { next?: string }>
}

/** One step: what it is for, its button, and what became of it. */
function Step({ title, text, ask, asking, act }: StepProps) {
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState<(Said & { next?: string }) | null>(null)
  const press = async () => {
    setBusy(true)
    setSaid(null)
    try {
      setSaid(await act())
    } catch {
      setSaid({ well: false, words: `${TROUBLE.notDone} ${TROUBLE.notDoneText}` })
    } finally {
      setBusy(false)
    }
  }
  return (
    <li>
      <h3>{title}</h3>
      <p className="muted">{text}</p>
      <Button busy={busy} onPress={() => void press()}>
        {busy ? asking : ask}
      </Button>
      <div role="status">
        {said?.words ? (
          <Notice tone={said.well ? 'go' : 'stop'} icon={said.well ? 'check' : 'alert'}>
            {said.words}
            {said.next ? (
              <>
                <br />
                {said.next}
              </>
            ) : null}
          </Notice>
        ) : null}
      </div>
    </li>
  )
}
