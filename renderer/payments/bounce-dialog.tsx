import { useState } from 'react'
import type { ChequeRow } from '../../contract/desk-money.ts'
import type { Draft } from '../../contract/ipc.ts'
import { addDays } from '../../domain/time.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { TextField, Tick } from '../../kit/fields.tsx'
import { sayReference } from '../../text/cheque-words.ts'
import { formatDate, formatDayFrom, formatMoney } from '../../text/format.ts'
import { sayRefusal } from '../../text/fr.ts'
import { CHEQUES } from '../../text/screens/cheques.ts'
import { PAYMENTS } from '../../text/screens/payments.ts'
import { useOffice } from '../frame/office.tsx'
import { whyNoCorrection } from '../frame/why-not-allowed.ts'
import { HelpButton } from '../help/help-button.tsx'
import { useOpenDocument } from '../papers/open-document.ts'
import { useRun } from '../run-click.ts'
import { PastDayField, usePastDay } from './past-day.tsx'
import { parseTypedDate } from './typed-date.ts'

/** Until when the money is awaited again, unless the person says otherwise. */
const DUE_DAYS = 7

/** A cheque that the bank gives back unpaid: since when, until when the money is awaited, and the receipt that says it was received. */
export function BounceDialog({ cheque, onClose }: { cheque: ChequeRow; onClose: () => void }) {
  const { desk } = useOffice()
  const day = usePastDay()
  const { on: endedOn, today: now } = day
  const [due, setDue] = useState(formatDate(addDays(now, DUE_DAYS)))
  const [note, setNote] = useState('')
  const cannotCorrect = cheque.receipt ? whyNoCorrection(desk) : null
  const [corrects, setCorrects] = useState(true)
  const [busy, setBusy] = useState(false)
  const run = useRun()
  const { open } = useOpenDocument()
  const dueOn = parseTypedDate(due, now)
  const wrongDue =
    dueOn === null
      ? PAYMENTS.dateInvalid(formatDate(now))
      : endedOn !== null && dueOn < endedOn
        ? CHEQUES.dueWrong
        : null
  const corrected = cheque.receipt && corrects && cannotCorrect === null ? cheque.receipt : null
  const send = async () => {
    if (busy || day.wrong || wrongDue || endedOn === null || dueOn === null) return
    setBusy(true)
    const args = { paymentId: cheque.id, outcome: 'bounced', endedOn, dueOn, note: note.trim() || null }
    const drafts: Draft[] = [{ name: 'cheque.end', args }]
    if (corrected)
      drafts.push({
        name: 'credit-note.issue',
        args: { receiptId: corrected.id, reason: CHEQUES.creditNoteReason },
        after: [0],
      })
    const answer = await run(drafts, ({ results: [ended, noted] }) => {
      if (ended && !ended.ok) return sayRefusal(ended)
      if (!noted) return CHEQUES.bounceDone
      return noted.ok ? CHEQUES.bounceDoneNoted : CHEQUES.notCorrected(sayRefusal(noted))
    })
    setBusy(false)
    const [ended, noted] = answer?.results ?? []
    if (!ended?.ok) return
    onClose()
    if (noted?.ok && noted.createdId)
      await open({ kind: 'credit-note', creditNoteId: noted.createdId }, { after: CHEQUES.bounceDoneNoted })
  }
  return (
    <Dialog
      title={CHEQUES.bounceTitle}
      help={<HelpButton page="cheques" />}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{PAYMENTS.back}</Button>
          <Button tone="primary" busy={busy} onPress={() => void send()}>
            {CHEQUES.bounceNow}
          </Button>
        </>
      }
    >
      <p>
        <b>{formatMoney(cheque.amount, cheque.currency)}</b>, {cheque.payerName},{' '}
        {sayReference(cheque) ?? CHEQUES.unsaid}
      </p>
      <p className="muted">{CHEQUES.bounceConsequence}</p>
      <div className="pair">
        <PastDayField label={CHEQUES.bouncedField} day={day} />
        <TextField
          numeric
          autoFocus
          label={CHEQUES.dueField}
          value={due}
          onChange={setDue}
          hint={dueOn ? formatDayFrom(dueOn, now) : CHEQUES.dueHint}
          error={wrongDue}
        />
      </div>
      <TextField label={CHEQUES.note} hint={CHEQUES.noteHint} value={note} onChange={setNote} />
      {cheque.receipt ? (
        <>
          <p className="muted">{CHEQUES.receiptStays(cheque.receipt.number)}</p>
          <Tick id="correct-receipt" checked={corrected !== null} onChange={setCorrects} reason={cannotCorrect}>
            {CHEQUES.correctReceipt(cheque.receipt.number)}
          </Tick>
        </>
      ) : null}
    </Dialog>
  )
}
