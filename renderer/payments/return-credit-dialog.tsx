import { useState } from 'react'
import type { PaymentRow } from '../../contract/desk.ts'
import { RETURN_MEANS, type ReturnMeans } from '../../domain/credit.ts'
import { parseAmount } from '../../domain/money.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { Choices, TextField } from '../../kit/fields.tsx'
import { formatMoney } from '../../text/format.ts'
import { METHOD_WORDS, sayRefusal } from '../../text/fr.ts'
import { CREDITS } from '../../text/screens/credits.ts'
import { PAYMENTS } from '../../text/screens/payments.ts'
import { HelpButton } from '../help/help-button.tsx'
import { refusalsOf, useRun } from '../run-click.ts'
import { PastDayField, usePastDay } from './past-day.tsx'

/** Money given back to a payer: how much, how, when. */
export function ReturnCreditDialog({ payment, onClose }: { payment: PaymentRow; onClose: () => void }) {
  const { id: paymentId, credit, currency, payerName, method } = payment
  const day = usePastDay()
  const [means, setMeans] = useState<ReturnMeans>(RETURN_MEANS.find((one) => one === method) ?? 'transfer')
  const [typed, setTyped] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const [busy, setBusy] = useState(false)
  const run = useRun()
  const amount = typed === null ? credit : parseAmount(typed, currency)
  const wrong = whyWrong(amount, credit, currency)
  const send = async () => {
    if (busy || amount === null || wrong || day.wrong || day.on === null) return
    setBusy(true)
    const args = { paymentId, amount, means, returnedOn: day.on, note: note.trim() || null }
    const answer = await run([{ name: 'credit.return', args }], (done) => {
      const [first] = refusalsOf(done)
      return first ? sayRefusal(first) : CREDITS.returnDone(formatMoney(amount, currency))
    })
    setBusy(false)
    if (answer?.results[0]?.ok) onClose()
  }
  return (
    <Dialog
      title={CREDITS.returnTitle}
      help={<HelpButton page="trop-percus" />}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{PAYMENTS.back}</Button>
          <Button tone="primary" busy={busy} onPress={() => void send()}>
            {CREDITS.returnNow(formatMoney(amount ?? credit, currency))}
          </Button>
        </>
      }
    >
      <p className="muted">{CREDITS.returnText(formatMoney(credit, currency), payerName)}</p>
      {method === 'cheque' && payment.end?.outcome !== 'cleared' ? <p>{CREDITS.uncashed}</p> : null}
      <Choices
        inline
        label={CREDITS.means}
        value={means}
        options={RETURN_MEANS.map((value) => ({ value, label: METHOD_WORDS[value] }))}
        onChange={setMeans}
      />
      <div className="pair">
        <TextField
          numeric
          label={CREDITS.amount}
          value={typed ?? formatMoney(credit, currency)}
          onChange={setTyped}
          error={wrong}
        />
        <PastDayField label={CREDITS.returnedOn} day={day} />
      </div>
      <TextField label={CREDITS.note} hint={CREDITS.noteHint} value={note} onChange={setNote} />
    </Dialog>
  )
}

function whyWrong(amount: number | null, credit: number, currency: PaymentRow['currency']): string | null {
  if (amount === null) return PAYMENTS.amountInvalid(formatMoney(credit, currency))
  if (amount <= 0) return sayRefusal({ code: 'amount-not-positive' })
  return amount > credit ? sayRefusal({ code: 'credit-too-small', detail: { left: credit, currency } }) : null
}
