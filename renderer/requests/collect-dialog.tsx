import { useState } from 'react'
import type { RequestRow } from '../../contract/desk.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { Choices } from '../../kit/fields.tsx'
import { formatMoney } from '../../text/format.ts'
import { PAYMENTS } from '../../text/screens/payments.ts'
import { useOffice } from '../frame/office.tsx'
import { HelpButton } from '../help/help-button.tsx'
import { PaymentDialog } from '../payments/payment-dialog.tsx'
import type { PayerOwing } from './collectable.ts'

type CollectDialogProps = {
  /** Those selected, as they are now. */
  selected: readonly RequestRow[]
  payers: readonly PayerOwing[]
  onClose: () => void
  onTaken: (requestIds: readonly string[]) => void
}

/** Takes one payment for the requests selected: of which payer where they have several, then the payment itself, all of theirs ticked. */
export function CollectDialog({ selected, payers, onClose, onTaken }: CollectDialogProps) {
  const { desk } = useOffice()
  // As they were asked for: what is paid meanwhile must not take away the dialog under what is typed.
  const [asked] = useState(payers)
  const [first] = asked
  const [key, setKey] = useState(first?.key ?? '')
  const [isChosen, setChosen] = useState(asked.length === 1)
  const payer = asked.find((one) => one.key === key)
  if (!payer) return null
  if (isChosen) {
    const requestIds = payer.requests.map(({ id }) => id)
    const [one] = payer.requests
    const request = selected.find(({ id }) => id === one.id) ?? one
    return <PaymentDialog request={request} meant={requestIds} onClose={onClose} onTaken={() => onTaken(requestIds)} />
  }
  return (
    <Dialog
      title={PAYMENTS.whoTitle}
      help={<HelpButton page="encaisser" />}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{PAYMENTS.back}</Button>
          <Button tone="primary" onPress={() => setChosen(true)} autoFocus>
            {PAYMENTS.whoNext}
          </Button>
        </>
      }
    >
      <p className="muted">{PAYMENTS.whoText}</p>
      <Choices
        label={PAYMENTS.who}
        value={key}
        options={asked.map(({ key: value, name, requests, due }) => ({
          value,
          label: PAYMENTS.whoOf(name, requests.length, formatMoney(due, desk.centre.currency)),
        }))}
        onChange={setKey}
      />
    </Dialog>
  )
}
