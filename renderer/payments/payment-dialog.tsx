import { useState } from 'react'
import type { RequestRow } from '../../contract/desk.ts'
import { MOST_ROWS } from '../../contract/limits.ts'
import { fullName } from '../../domain/candidate.ts'
import { PAYMENT_METHODS } from '../../domain/payment.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { Choices, TextField, Tick } from '../../kit/fields.tsx'
import { formatDayFrom, formatMoney } from '../../text/format.ts'
import { METHOD_WORDS } from '../../text/fr.ts'
import { PAYMENTS } from '../../text/screens/payments.ts'
import { REQUESTS } from '../../text/screens/requests.ts'
import { useOffice } from '../frame/office.tsx'
import { HelpButton } from '../help/help-button.tsx'
import { Meanwhile } from '../requests/meanwhile.tsx'
import { ChangeToGive } from './change-to-give.tsx'
import { ChequeFields } from './cheque-fields.tsx'
import { DueList } from './due-list.tsx'
import { draftsOf, type Meant } from './payment-form.ts'
import { sayOutcome } from './say-outcome.ts'
import { useTakePayment } from './take-payment.ts'
import { usePaymentForm } from './use-payment-form.ts'

type PaymentDialogProps = {
  request: RequestRow
  /** The requests of its payer that are ticked at first; absent: this one alone. */
  meant?: Meant
  onClose: () => void
  onTaken: () => void
}

/** Takes a payment: who pays, for what, how, how much. Closed by mistake, it comes back as it was. */
export function PaymentDialog({ request, meant = [request.id], onClose, onTaken }: PaymentDialogProps) {
  const { desk } = useOffice()
  const { currency } = desk.centre
  const [asked, setAsked] = useState(false)
  const { take, busy } = useTakePayment()
  const typed = usePaymentForm(request, meant)
  const { form, change, dues, ticked, owed, amount, receivedOn, payment, confirmed } = typed
  const others = dues.length - ticked.length + typed.left
  const issue = form.issue && typed.whyNoReceipt === null
  // Nothing is reproached before it was touched or sent.
  const touched = asked || form.amount !== null || typed.wrongAmount !== null

  const send = async () => {
    setAsked(true)
    if (busy || typed.reading || !payment || ticked.length === 0 || ticked.length > MOST_ROWS) return
    if (!(await take(draftsOf(payment, confirmed, issue), formatMoney(payment.amount, payment.currency)))) return
    typed.forget()
    onTaken()
    onClose()
  }
  const { organisation, candidate } = request
  return (
    <Dialog
      title={PAYMENTS.takeTitle}
      help={<HelpButton page="encaisser" />}
      onClose={onClose}
      onEnter={() => void send()}
      footer={
        <>
          <p role="status">{sayOutcome({ ticked, allocations: typed.allocations, owed, amount, currency, others })}</p>
          <Button onPress={onClose}>{PAYMENTS.back}</Button>
          <Button
            tone="primary"
            onPress={() => void send()}
            busy={busy || typed.reading}
            reason={whyNot(dues.length, ticked.length)}
          >
            {amount !== null && amount > 0 ? PAYMENTS.takeAmount(formatMoney(amount, currency)) : PAYMENTS.take}
          </Button>
        </>
      }
    >
      <Meanwhile request={request} />
      {typed.resumed ? (
        <div className="resumed">
          <span>{PAYMENTS.resumed}</span>
          <Button
            small
            onPress={() => {
              typed.restart()
              setAsked(false)
            }}
          >
            {PAYMENTS.restart}
          </Button>
        </div>
      ) : null}
      {organisation ? (
        <Choices
          label={PAYMENTS.payer}
          value={form.payer}
          options={[
            { value: 'organisation', label: organisation.name },
            { value: 'candidate', label: fullName(candidate) },
          ]}
          onChange={(kind) => change({ payer: kind, entryIds: null, amount: null })}
        />
      ) : null}
      <DueList
        label={form.payer === 'organisation' && organisation ? PAYMENTS.entriesOf(organisation.name) : PAYMENTS.entries}
        dues={dues}
        left={typed.left}
        entryIds={ticked.map(({ entry }) => entry.id)}
        error={asked && ticked.length === 0 ? PAYMENTS.chooseEntry : null}
        onChange={(entryIds) => change({ entryIds })}
      />
      <Choices
        inline
        label={PAYMENTS.method}
        value={form.method}
        options={PAYMENT_METHODS.map((value) => ({ value, label: METHOD_WORDS[value] }))}
        onChange={(method) => change({ method })}
      />
      <div className="pair">
        <TextField
          numeric
          selects
          label={PAYMENTS.amount}
          value={form.amount ?? formatMoney(owed, currency)}
          onChange={(text) => change({ amount: text })}
          error={touched ? typed.amountError : null}
        />
        <TextField
          numeric
          label={PAYMENTS.receivedOn}
          value={typed.dateText}
          onChange={typed.typeDate}
          hint={receivedOn ? formatDayFrom(receivedOn, typed.today) : undefined}
          error={typed.dateError}
        />
      </div>
      {form.method === 'cash' ? (
        <ChangeToGive {...{ amount, owed, currency }} giveChange={() => change({ amount: null })} />
      ) : null}
      {form.method === 'cheque' ? (
        <ChequeFields form={form} change={change} payerName={typed.payerName} />
      ) : (
        <TextField
          label={PAYMENTS.reference}
          value={form.reference}
          onChange={(reference) => change({ reference })}
          hint={PAYMENTS.referenceHint[form.method]}
        />
      )}
      <Tick id="issue-receipt" checked={issue} onChange={(one) => change({ issue: one })} reason={typed.whyNoReceipt}>
        {PAYMENTS.issue}
      </Tick>
      {form.payer === 'candidate' && organisation ? <p className="sub">{REQUESTS.paidBy(organisation.name)}</p> : null}
    </Dialog>
  )
}

function whyNot(dues: number, ticked: number): string | null {
  if (dues === 0) return PAYMENTS.nothingDue
  return ticked > MOST_ROWS ? PAYMENTS.tooManyEntries(MOST_ROWS) : null
}
