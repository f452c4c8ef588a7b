import type { PaymentRow } from '../../contract/desk.ts'
import { mayRun } from '../../domain/commands.ts'
import { sayRefusal } from '../../text/fr.ts'
import { PAPERS } from '../../text/screens/papers.ts'
import { PAYMENTS } from '../../text/screens/payments.ts'
import { REQUESTS } from '../../text/screens/requests.ts'
import { useOffice } from '../frame/office.tsx'
import { useOpenDocument } from '../papers/open-document.ts'
import { Button } from '../ui/button.tsx'
import { useTakePayment } from './take-payment.ts'

/** Opens the receipt of a payment (a copy says DUPLICATA), or issues it where there is none. */
export function ReceiptButton({ payment }: { payment: PaymentRow }) {
  const { desk } = useOffice()
  const { open, isOpening } = useOpenDocument()
  const { take, busy } = useTakePayment()
  const { receipt, voided } = payment
  if (receipt) {
    const paper = { kind: 'receipt', receiptId: receipt.id } as const
    const opening = isOpening(paper)
    return (
      <Button small label={PAYMENTS.openReceipt(receipt.number)} busy={opening} onPress={() => void open(paper)}>
        {opening ? PAPERS.opening : receipt.number}
      </Button>
    )
  }
  if (voided) return null
  const wordingMissing = desk.settings.vatWording?.trim() ? null : sayRefusal({ code: 'vat-wording-missing' })
  const reason = mayRun('receipt.issue', desk.operator.role) ? wordingMissing : REQUESTS.readerOnly
  return (
    <Button
      small
      reason={reason}
      busy={busy}
      onPress={() => void take([{ name: 'receipt.issue', args: { paymentId: payment.id } }], null)}
    >
      {busy ? PAPERS.making : PAYMENTS.issueReceipt}
    </Button>
  )
}
