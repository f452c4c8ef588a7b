import { useState } from 'react'
import type { PaymentRow } from '../../contract/desk.ts'
import type { Draft } from '../../contract/ipc.ts'
import { isText } from '../../kit/accepts.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { draftKey } from '../../kit/draft-key.ts'
import { TextField, Tick } from '../../kit/fields.tsx'
import { forgetKept, useKept } from '../../kit/kept.ts'
import { formatMoney } from '../../text/format.ts'
import { sayRefusal } from '../../text/fr.ts'
import { PAYMENTS } from '../../text/screens/payments.ts'
import { useOffice } from '../frame/office.tsx'
import { whyNoReceipt } from '../frame/why-not-allowed.ts'
import { HelpButton } from '../help/help-button.tsx'
import { useOpenDocument } from '../papers/open-document.ts'
import { refusalsOf, useRun } from '../run-click.ts'

export type Receipted = PaymentRow & { receipt: NonNullable<PaymentRow['receipt']> }

type CorrectReceiptDialogProps = {
  payment: Receipted
  /** Whether another receipt is proposed from the start. */
  another?: boolean
  onClose: () => void
  onCorrected?: () => void
}

/** Cancels a receipt that was given, by a credit note that cites it, and issues another: nothing given is ever edited or deleted. */
export function CorrectReceiptDialog({ payment, another = true, onClose, onCorrected }: CorrectReceiptDialogProps) {
  const { desk } = useOffice()
  const key = draftKey('correct-receipt', [payment.receipt.id])
  const [reason, setReason] = useKept(key, '', isText)
  const [again, setAgain] = useState(another)
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const run = useRun()
  const { open } = useOpenDocument()
  const missing = reason.trim() === ''
  const noReceipt = whyNoReceipt(desk)
  const issue = again && noReceipt === null
  const correct = async () => {
    setAsked(true)
    if (missing || busy) return
    setBusy(true)
    const note = { name: 'credit-note.issue', args: { receiptId: payment.receipt.id, reason: reason.trim() } } as const
    const drafts: Draft[] = issue
      ? [note, { name: 'receipt.issue', args: { paymentId: payment.id }, after: [0] }]
      : [note]
    const answer = await run(drafts, (done) => {
      const [first] = refusalsOf(done)
      if (!first) return PAYMENTS.corrected(issue)
      return done.results[0]?.ok ? PAYMENTS.correctedNoReceipt(sayRefusal(first)) : sayRefusal(first)
    })
    setBusy(false)
    if (!answer) return
    const [noted, issued] = answer.results
    if (!noted?.ok) return
    forgetKept(key)
    onClose()
    onCorrected?.()
    const receiptId = issued?.ok ? issued.createdId : null
    const after = PAYMENTS.corrected(receiptId !== null)
    if (noted.createdId)
      await open({ kind: 'credit-note', creditNoteId: noted.createdId }, receiptId ? { quiet: true } : { after })
    if (receiptId) await open({ kind: 'receipt', receiptId }, { after })
  }
  return (
    <Dialog
      title={PAYMENTS.correctTitle}
      help={<HelpButton page="recus-et-avoirs" />}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{PAYMENTS.back}</Button>
          <Button tone="primary" busy={busy} onPress={() => void correct()}>
            {PAYMENTS.correctNow}
          </Button>
        </>
      }
    >
      <p>
        <b>{payment.receipt.number}</b>, {formatMoney(payment.amount, payment.currency)}, {payment.payerName}
      </p>
      <p className="muted">{PAYMENTS.correctConsequence}</p>
      <TextField
        lines
        autoFocus
        label={PAYMENTS.correctReason}
        hint={PAYMENTS.correctReasonHint}
        value={reason}
        onChange={setReason}
        error={asked && missing ? PAYMENTS.correctReasonRequired : null}
      />
      <Tick id="receipt-again" checked={issue} onChange={setAgain} reason={noReceipt}>
        {PAYMENTS.correctAgain}
      </Tick>
      {issue ? <p className="muted">{PAYMENTS.correctFirst}</p> : null}
    </Dialog>
  )
}
