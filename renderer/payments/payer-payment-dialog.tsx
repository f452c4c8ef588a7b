import { useRows } from '../api.ts'
import { PaymentDialog } from './payment-dialog.tsx'

type PayerPaymentDialogProps = {
  /** One of the requests that the payer owes for. */
  requestId: string
  onClose: () => void
}

/** The payment of an organisation: all that it owes for the session is ticked at first. */
export function PayerPaymentDialog({ requestId, onClose }: PayerPaymentDialogProps) {
  const request = useRows('request.rows', { requestIds: [requestId] }).data?.[0]
  if (!request) return null
  return <PaymentDialog request={request} meant="all" onClose={onClose} onTaken={() => undefined} />
}
