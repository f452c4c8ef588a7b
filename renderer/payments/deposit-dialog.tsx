import { useState } from 'react'
import type { ChequeRow } from '../../contract/desk-money.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { TextField } from '../../kit/fields.tsx'
import { sayReference } from '../../text/cheque-words.ts'
import { formatMoney } from '../../text/format.ts'
import { sayRefusal } from '../../text/fr.ts'
import { CHEQUES } from '../../text/screens/cheques.ts'
import { PAYMENTS } from '../../text/screens/payments.ts'
import { useOffice } from '../frame/office.tsx'
import { HelpButton } from '../help/help-button.tsx'
import { useOpenDocument } from '../papers/open-document.ts'
import { refusalsOf, useRun } from '../run-click.ts'
import { sumOf } from './cheque-places.ts'
import { PastDayField, usePastDay } from './past-day.tsx'

/** As many as one slip lists. */
const MOST = 500

type DepositDialogProps = { cheques: readonly ChequeRow[]; onClose: () => void; onDeposited: () => void }

/** Takes cheques to the bank: which ones, when; prints the slip that goes with them. */
export function DepositDialog({ cheques, onClose, onDeposited }: DepositDialogProps) {
  const { desk } = useOffice()
  const day = usePastDay()
  const depositedOn = day.on
  const [reference, setReference] = useState('')
  const [busy, setBusy] = useState(false)
  const run = useRun()
  const { open } = useOpenDocument()
  const total = formatMoney(sumOf(cheques), desk.centre.currency)
  const send = async () => {
    if (busy || depositedOn === null || day.wrong) return
    setBusy(true)
    const args = { paymentIds: cheques.map(({ id }) => id), depositedOn, reference: reference.trim() || null }
    let said: string | null = null
    const answer = await run([{ name: 'cheque.deposit', args }], (done) => {
      const [first] = refusalsOf(done)
      said = first ? sayRefusal(first) : CHEQUES.depositDone(cheques.length)
      return said
    })
    setBusy(false)
    const [deposited] = answer?.results ?? []
    if (!deposited?.ok || !deposited.createdId) return
    onDeposited()
    onClose()
    await open({ kind: 'cheque-slip', depositId: deposited.createdId }, { after: said })
  }
  return (
    <Dialog
      title={CHEQUES.depositTitle}
      help={<HelpButton page="cheques" />}
      onClose={onClose}
      footer={
        <>
          <p role="status">{CHEQUES.sum(cheques.length, total)}</p>
          <Button onPress={onClose}>{PAYMENTS.back}</Button>
          <Button
            tone="primary"
            busy={busy}
            reason={cheques.length > MOST ? CHEQUES.tooMany(MOST) : null}
            onPress={() => void send()}
          >
            {CHEQUES.depositNow}
          </Button>
        </>
      }
    >
      <p className="muted">{CHEQUES.depositText}</p>
      <ul className="deposit-list">
        {cheques.map((cheque) => (
          <li key={cheque.id}>
            <span>
              {cheque.payerName} <span className="sub">{sayReference(cheque) ?? CHEQUES.unsaid}</span>
            </span>
            <b>{formatMoney(cheque.amount, cheque.currency)}</b>
          </li>
        ))}
      </ul>
      <div className="pair">
        <PastDayField label={CHEQUES.depositedField} day={day} />
        <TextField
          label={CHEQUES.bankReference}
          hint={CHEQUES.bankReferenceHint}
          value={reference}
          onChange={setReference}
        />
      </div>
    </Dialog>
  )
}
