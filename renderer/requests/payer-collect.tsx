import { useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { formatMoney } from '../../text/format.ts'
import { PAYMENTS } from '../../text/screens/payments.ts'
import { useRows } from '../api.ts'
import { useOffice } from '../frame/office.tsx'
import { whyNotAllowed } from '../frame/why-not-allowed.ts'
import { PayerPaymentDialog } from '../payments/payer-payment-dialog.tsx'

/** Of a list narrowed to one organisation: what it owes for the session, taken in one payment. Nothing of one that owes nothing. */
export function PayerCollect({ organisationId }: { organisationId: string }) {
  const { desk, session } = useOffice()
  const awaited = useRows('payment.sum', { sessionId: session.id })
  const [collecting, setCollecting] = useState<string | null>(null)
  const payer = awaited.data?.payers.find((one) => one.organisationId === organisationId)
  const amount = payer ? formatMoney(payer.due, payer.currency) : ''
  if (!payer && collecting === null) return null
  return (
    <>
      {payer ? (
        <Button
          small
          label={PAYMENTS.collectDueOf(amount, payer.name)}
          reason={whyNotAllowed(desk, 'payment.record')}
          onPress={() => setCollecting(payer.requestId)}
        >
          {PAYMENTS.collectDue(amount)}
        </Button>
      ) : null}
      {collecting ? <PayerPaymentDialog requestId={collecting} onClose={() => setCollecting(null)} /> : null}
    </>
  )
}
