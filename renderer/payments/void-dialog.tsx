import { useState } from 'react'
import type { PaymentRow } from '../../contract/desk.ts'
import type { UnpaidWithout } from '../../contract/desk-money.ts'
import type { EntryStatus } from '../../domain/entry.ts'
import { isText } from '../../kit/accepts.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { draftKey } from '../../kit/draft-key.ts'
import { TextField } from '../../kit/fields.tsx'
import { forgetKept, useKept } from '../../kit/kept.ts'
import { Notice } from '../../kit/status-tag.tsx'
import { formatDate, formatMoney } from '../../text/format.ts'
import { METHOD_WORDS, sayRefusal } from '../../text/fr.ts'
import { PAYMENTS } from '../../text/screens/payments.ts'
import { useRows } from '../api.ts'
import { HelpButton } from '../help/help-button.tsx'
import { refusalsOf, useRun } from '../run-click.ts'

const NOBODY: UnpaidWithout = []
const namesOf = (people: UnpaidWithout) => people.map(({ name }) => name)

type VoidDialogProps = { payment: PaymentRow; onClose: () => void; onVoided?: () => void }

/** Takes back a mistyped payment: what follows and for whom, before the click, and a reason that is kept. */
export function VoidDialog({ payment, onClose, onVoided }: VoidDialogProps) {
  const key = draftKey('void', [payment.id])
  const [reason, setReason] = useKept(key, '', isText)
  const [asked, setAsked] = useState(false)
  const run = useRun()
  const unpaid = useRows('payment.unpaid-without', { paymentId: payment.id }).data ?? NOBODY
  const missing = reason.trim() === ''
  const paidFor = (status: EntryStatus) => payment.entries.filter((entry) => entry.status === status).length
  const takeBack = async () => {
    setAsked(true)
    if (missing) return
    const answer = await run(
      [{ name: 'payment.void', args: { paymentId: payment.id, reason: reason.trim() } }],
      (done) => {
        const [first] = refusalsOf(done)
        return first ? sayRefusal(first) : PAYMENTS.voidDoneFor(namesOf(unpaid))
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
      {unpaid.length > 0 ? (
        <Notice tone="due" icon="alert">
          {PAYMENTS.voidUnpaid(namesOf(unpaid))}
        </Notice>
      ) : null}
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
