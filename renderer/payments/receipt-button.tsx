import type { PaymentRow } from '../../contract/desk.ts'
import { Button } from '../../kit/button.tsx'
import { PAPERS } from '../../text/screens/papers.ts'
import { PAYMENTS } from '../../text/screens/payments.ts'
import { useOffice } from '../frame/office.tsx'
import { whatReceiptAwaits, whyNoReceipt } from '../frame/why-not-allowed.ts'
import { CopyButton } from '../papers/copy-button.tsx'
import { useOpenDocument } from '../papers/open-document.ts'
import { useTakePayment } from './take-payment.ts'

/** Opens the receipt of a payment as this PC holds it, prints a DUPLICATA of it, or issues it where there is none. */
export function ReceiptButton({ payment }: { payment: PaymentRow }) {
  const { desk } = useOffice()
  const { open, isOpening } = useOpenDocument()
  const { take, busy } = useTakePayment()
  const { receipt, voided } = payment
  if (receipt) {
    const paper = { kind: 'receipt', receiptId: receipt.id } as const
    const opening = isOpening(paper)
    return (
      <div className="receipt">
        <Button small label={PAYMENTS.openReceipt(receipt.number)} busy={opening} onPress={() => void open(paper)}>
          {opening ? PAPERS.opening : receipt.number}
        </Button>
        <CopyButton asked={{ ...paper, copy: true }} of={receipt.number} />
      </div>
    )
  }
  // A receipt would state money that never came.
  if (voided || payment.end?.outcome === 'bounced') return null
  const awaited = whatReceiptAwaits(desk)
  return (
    <div>
      <Button
        small
        reason={whyNoReceipt(desk)}
        busy={busy}
        onPress={() => void take([{ name: 'receipt.issue', args: { paymentId: payment.id } }], null)}
      >
        {busy ? PAPERS.making : PAYMENTS.issueReceipt}
      </Button>
      {awaited ? <div className="sub">{awaited}</div> : null}
    </div>
  )
}
