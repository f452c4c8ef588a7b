import { useState } from 'react'
import type { PaymentRow } from '../../contract/desk.ts'
import { PAYMENTS } from '../../text/screens/payments.ts'
import { useRows } from '../api.ts'
import { useOffice } from '../frame/office.tsx'
import { whyNoCorrection } from '../frame/why-not-allowed.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { AwaitedCard } from './awaited-card.tsx'
import { CorrectReceiptDialog, type Receipted } from './correct-receipt-dialog.tsx'
import { PaymentTable } from './payment-table.tsx'
import { VoidDialog } from './void-dialog.tsx'

/** The money that the session still awaits, then what was received, its receipts, what was taken back. */
export function ReceivedPanel({ payments }: { payments: readonly PaymentRow[] }) {
  const { desk, session } = useOffice()
  const awaited = useRows('payment.sum', { sessionId: session.id }).data
  const [voiding, setVoiding] = useState<PaymentRow | null>(null)
  const [correcting, setCorrecting] = useState<Receipted | null>(null)
  const cannotCorrect = payments.some(({ receipt }) => receipt) ? whyNoCorrection(desk) : null
  return (
    <>
      {awaited ? <AwaitedCard awaited={awaited} /> : null}
      {cannotCorrect ? <p className="sub">{cannotCorrect}</p> : null}
      <div className="card">
        {payments.length > 0 ? (
          <PaymentTable payments={payments} takeBack={setVoiding} correct={setCorrecting} />
        ) : (
          <EmptyState icon="payments" title={PAYMENTS.emptyTitle} text={PAYMENTS.emptyText} />
        )}
      </div>
      {correcting ? <CorrectReceiptDialog payment={correcting} onClose={() => setCorrecting(null)} /> : null}
      {voiding ? <VoidDialog payment={voiding} onClose={() => setVoiding(null)} /> : null}
    </>
  )
}
