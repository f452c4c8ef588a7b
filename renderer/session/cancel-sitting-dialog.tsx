import type { SittingRow } from '../../contract/desk.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { formatDay } from '../../text/format.ts'
import { sayRefusal } from '../../text/fr.ts'
import { sayHour } from '../../text/screens/seats.ts'
import { SITTINGS } from '../../text/screens/session.ts'
import { HelpButton } from '../help/help-button.tsx'
import { refusalsOf, useRun } from '../run-click.ts'
import { offeringLabel } from '../seats/offering-label.ts'
import { choiceOf } from './use-sitting-rule.ts'

type CancelSittingDialogProps = {
  sitting: SittingRow
  /** The offering has no other sitting. */
  only: boolean
  onClose: () => void
}

/** Calling a sitting off concerns people who have been told of it: how many, and what follows, stands before the button. */
export function CancelSittingDialog({ sitting, only, onClose }: CancelSittingDialogProps) {
  const run = useRun()
  const { id, heldOn, startsAtLocal, room, confirmed, lastSheet } = sitting
  const cancel = async () => {
    const args = { sittingId: id, from: choiceOf(sitting) }
    const answer = await run([{ name: 'sitting.cancel', args }], (done) => {
      const [first] = refusalsOf(done)
      return first ? sayRefusal(first) : SITTINGS.cancelled(offeringLabel(sitting), formatDay(heldOn))
    })
    if (answer) onClose()
  }
  const footer = (
    <>
      <Button onPress={onClose}>{SITTINGS.keep}</Button>
      <Button tone="danger" onPress={() => void cancel()}>
        {SITTINGS.cancelNow}
      </Button>
    </>
  )
  return (
    <Dialog
      title={SITTINGS.cancelTitle}
      help={<HelpButton page="sessions-et-seances" />}
      onClose={onClose}
      footer={footer}
    >
      <p>
        <b>{offeringLabel(sitting)}</b>
        <br />
        {[`${formatDay(heldOn)} ${sayHour(startsAtLocal)}`, room].filter(Boolean).join(', ')}
      </p>
      <p>{SITTINGS.cancelText(confirmed)}</p>
      {only && confirmed > 0 ? <p>{SITTINGS.cancelOnly}</p> : null}
      {lastSheet ? <p>{SITTINGS.cancelSheet}</p> : null}
    </Dialog>
  )
}
