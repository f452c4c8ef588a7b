import { useState } from 'react'
import type { PaymentRow } from '../../contract/desk.ts'
import type { EntryStatus } from '../../domain/entry.ts'
import { isText } from '../../kit/accepts.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { draftKey } from '../../kit/draft-key.ts'
import { TextField } from '../../kit/fields.tsx'
import { forgetKept, useKept } from '../../kit/kept.ts'
import { formatDate, formatMoney } from '../../text/format.ts'
import { METHOD_WORDS, sayRefusal } from '../../text/fr.ts'
import { PAYMENTS } from '../../text/screens/payments.ts'
import { HelpButton } from '../help/help-button.tsx'
import { refusalsOf, useRun } from '../run-click.ts'

type VoidDialogProps = { payment: PaymentRow; onClose: () => void; onVoided?: () => void }

/** Takes back a mistyped payment: the consequence in a sentence, and a reason that is kept. */
export function VoidDialog({ payment, onClose, onVoided }: VoidDialogProps) {
  const key = draftKey('void', [payment.id])
  const [reason, setReason] = useKept(key, '', isText)
  const [asked, setAsked] = useState(false)
  const run = useRun()
  const missing = reason.trim() === ''
  const paidFor = (status: EntryStatus) => payment.entries.filter((entry) => entry.status === status).length
  const takeBack = async () => {
    setAsked(true)
    if (missing) return
    const answer = await run(
      [{ name: 'payment.void', args: { paymentId: payment.id, reason: reason.trim() } }],
      (done) => {
        const [first] = refusalsOf(done)
        return first ? sayRefusal(first) : PAYMENTS.voidDone
      },
    )
    if (!answer) return
    forgetKept(key)
    if (answer.results.every(({ ok }) => ok)) onVoided?.()
    onClose()
  }
  return (
    <Dialog
      title={PAYMENTS.voidTitle}
      help={<HelpButton page="recus-et-avoirs" />}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{PAYMENTS.back}</Button>
          <Button tone="primary" onPress={() => void takeBack()}>
            {PAYMENTS.voidNow}
          </Button>
        </>
      }
    >
      <p>
        <b>{formatMoney(payment.amount, payment.currency)}</b>, {METHOD_WORDS[payment.method].toLowerCase()},{' '}
        {formatDate(payment.receivedOn)}, {payment.payerName}
      </p>
      <p className="muted">
        {PAYMENTS.voidConsequence} {PAYMENTS.voidLeaves(paidFor('confirmed'), paidFor('prevalidated'))}
      </p>
      <TextField
        lines
        autoFocus
        label={PAYMENTS.voidReason}
        hint={PAYMENTS.voidReasonHint}
        value={reason}
        onChange={setReason}
        error={asked && missing ? PAYMENTS.voidReasonRequired : null}
      />
    </Dialog>
  )
}
