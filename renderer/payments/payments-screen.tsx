import { useState } from 'react'
import type { PaymentRow } from '../../contract/desk.ts'
import { formatMoney } from '../../text/format.ts'
import { PAYMENTS } from '../../text/screens/payments.ts'
import { useRows } from '../api.ts'
import { useOffice } from '../frame/office.tsx'
import { whyNoCorrection } from '../frame/why-not-allowed.ts'
import { HelpButton } from '../help/help-button.tsx'
import { EmptyState, ErrorState, Loading } from '../ui/empty-state.tsx'
import { AwaitedCard } from './awaited-card.tsx'
import { CorrectReceiptDialog, type Receipted } from './correct-receipt-dialog.tsx'
import { PaymentTable } from './payment-table.tsx'
import { VoidDialog } from './void-dialog.tsx'

/** Règlements: the money that the session still awaits, then what was received, its receipts, what was taken back. */
export function PaymentsScreen() {
  const { desk, session } = useOffice()
  const payments = useRows('payment.list', { sessionId: session.id })
  const awaited = useRows('payment.sum', { sessionId: session.id }).data
  const [voiding, setVoiding] = useState<PaymentRow | null>(null)
  const [correcting, setCorrecting] = useState<Receipted | null>(null)
  if (payments.isError) return <ErrorState retry={() => void payments.refetch()} />
  if (!payments.data) return <Loading />
  const standing = payments.data.filter(({ voided }) => !voided)
  const total = standing.reduce((sum, { amount }) => sum + amount, 0)
  const cannotCorrect = standing.some(({ receipt }) => receipt) ? whyNoCorrection(desk) : null
  return (
    <div className="screen">
      <div className="head">
        <h1>{PAYMENTS.title}</h1>
        <HelpButton page="recus-et-avoirs" />
        {standing.length > 0 ? (
          <p>{PAYMENTS.summary(standing.length, formatMoney(total, desk.centre.currency))}</p>
        ) : null}
        {cannotCorrect ? <p>{cannotCorrect}</p> : null}
      </div>
      {awaited ? <AwaitedCard awaited={awaited} /> : null}
      <div className="card">
        {payments.data.length > 0 ? (
          <PaymentTable payments={payments.data} takeBack={setVoiding} correct={setCorrecting} />
        ) : (
          <EmptyState icon="payments" title={PAYMENTS.emptyTitle} text={PAYMENTS.emptyText} />
        )}
      </div>
      {correcting ? <CorrectReceiptDialog payment={correcting} onClose={() => setCorrecting(null)} /> : null}
      {voiding ? <VoidDialog payment={voiding} onClose={() => setVoiding(null)} /> : null}
    </div>
  )
}
