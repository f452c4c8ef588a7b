import { useState } from 'react'
import type { PaymentRow } from '../../contract/desk.ts'
import type { Draft } from '../../contract/ipc.ts'
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
import { CreditParts } from './credit-parts.tsx'
import { PastDayField, usePastDay } from './past-day.tsx'

type ReturnCreditDialogProps = {
  /** One or several, of one payer; of several all that is left is given back. */
  payments: readonly [PaymentRow, ...PaymentRow[]]
  onClose: () => void
  onReturned?: () => void
}

/** Money given back to a payer: how much, how, when. */
export function ReturnCreditDialog({ payments, onClose, onReturned }: ReturnCreditDialogProps) {
  const [{ id, currency, payerName, method }] = payments
  const credit = payments.reduce((sum, payment) => sum + payment.credit, 0)
  const several = payments.length > 1
  const uncashed = payments.filter((one) => one.method === 'cheque' && one.end?.outcome !== 'cleared').length
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
    const said = { means, returnedOn: day.on, note: note.trim() || null }
    const given = several
      ? payments.map((one) => ({ paymentId: one.id, amount: one.credit }))
      : [{ paymentId: id, amount }]
    const drafts = given.map((one): Draft => ({ name: 'credit.return', args: { ...one, ...said } }))
    const answer = await run(drafts, (done) => {
      const refusals = refusalsOf(done)
      const [first] = refusals
      if (!first) return CREDITS.returnDone(formatMoney(amount, currency))
      return refusals.length < drafts.length ? CREDITS.returnNotAll(sayRefusal(first)) : sayRefusal(first)
    })
    setBusy(false)
    if (!answer?.results.some(({ ok }) => ok)) return
    onReturned?.()
    onClose()
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
      <p className="muted">{CREDITS.returnText(formatMoney(credit, currency), payerName, payments.length)}</p>
      {uncashed > 0 ? <p>{several ? CREDITS.uncashedSome(uncashed) : CREDITS.uncashed}</p> : null}
      {several ? <CreditParts label={CREDITS.givenBackOf} payments={payments} amountOf={(one) => one.credit} /> : null}
      <Choices
        inline
        label={CREDITS.means}
        value={means}
        options={RETURN_MEANS.map((value) => ({ value, label: METHOD_WORDS[value] }))}
        onChange={setMeans}
      />
      <div className="pair">
        {several ? null : (
          <TextField
            numeric
            label={CREDITS.amount}
            value={typed ?? formatMoney(credit, currency)}
            onChange={setTyped}
            error={wrong}
          />
        )}
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
