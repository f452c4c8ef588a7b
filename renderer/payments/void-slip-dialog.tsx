import { useState } from 'react'
import type { SlipRow } from '../../contract/desk-money.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { TextField } from '../../kit/fields.tsx'
import { formatDate, formatMoney } from '../../text/format.ts'
import { sayRefusal } from '../../text/fr.ts'
import { CHEQUES } from '../../text/screens/cheques.ts'
import { PAYMENTS } from '../../text/screens/payments.ts'
import { HelpButton } from '../help/help-button.tsx'
import { refusalsOf, useRun } from '../run-click.ts'
import { useReason } from './use-reason.ts'

/** Takes back a slip made out by mistake: its cheques are in hand again, it stays in sight with the reason. */
export function VoidSlipDialog({ slip, onClose }: { slip: SlipRow; onClose: () => void }) {
  const { id: depositId, depositedOn, paymentIds, total, currency } = slip
  const said = useReason('void-slip', [depositId])
  const [busy, setBusy] = useState(false)
  const run = useRun()
  const send = async () => {
    if (!said.ask() || busy) return
    setBusy(true)
    const answer = await run([{ name: 'deposit.void', args: { depositId, reason: said.reason } }], (done) => {
      const [first] = refusalsOf(done)
      return first ? sayRefusal(first) : CHEQUES.voidSlipDone(paymentIds.length)
    })
    setBusy(false)
    if (!answer?.results[0]?.ok) return
    said.forget()
    onClose()
  }
  return (
    <Dialog
      title={CHEQUES.voidSlipTitle}
      help={<HelpButton page="cheques" />}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{PAYMENTS.back}</Button>
          <Button tone="primary" busy={busy} onPress={() => void send()}>
            {CHEQUES.voidSlipNow}
          </Button>
        </>
      }
    >
      <p>
        <b>{CHEQUES.slip(formatDate(depositedOn), paymentIds.length, formatMoney(total, currency))}</b>
      </p>
      <p className="muted">{CHEQUES.voidSlipConsequence(paymentIds.length)}</p>
      <TextField lines autoFocus hint={CHEQUES.voidSlipHint} {...said.field} />
    </Dialog>
  )
}
