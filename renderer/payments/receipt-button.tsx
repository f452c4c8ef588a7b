import type { PaymentRow } from '../../contract/desk.ts'
import { mayRun } from '../../domain/commands.ts'
import { sayRefusal } from '../../text/fr.ts'
import { PAYMENTS } from '../../text/screens/payments.ts'
import { REQUESTS } from '../../text/screens/requests.ts'
import { useOffice } from '../frame/office.tsx'
import { useOpenDocument } from '../papers/open-document.ts'
import { Button } from '../ui/button.tsx'
import { useTakePayment } from './take-payment.ts'

/** Opens the receipt of a payment (a copy says DUPLICATA), or issues it where there is none. */
export function ReceiptButton({ payment }: { payment: PaymentRow }) {
  const { desk } = useOffice()
  const openDocument = useOpenDocument()
  const { take } = useTakePayment()
  const { receipt, voided } = payment
  if (receipt)
    return (
      <Button
        small
        label={PAYMENTS.openReceipt(receipt.number)}
        onPress={() => void openDocument({ kind: 'receipt', receiptId: receipt.id })}
      >
        {receipt.number}
      </Button>
    )
  if (voided) return null
  const wordingMissing = desk.settings.vatWording?.trim() ? null : sayRefusal({ code: 'vat-wording-missing' })
  const reason = mayRun('receipt.issue', desk.operator.role) ? wordingMissing : REQUESTS.readerOnly
  return (
    <Button
      small
      reason={reason}
      onPress={() => void take([{ name: 'receipt.issue', args: { paymentId: payment.id } }], null)}
    >
      {PAYMENTS.issueReceipt}
    </Button>
  )
}
