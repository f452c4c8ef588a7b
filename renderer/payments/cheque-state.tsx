import type { PaymentRow } from '../../contract/desk.ts'
import { StatusTag } from '../../kit/status-tag.tsx'
import { formatDate, formatMoney } from '../../text/format.ts'
import { CHEQUES } from '../../text/screens/cheques.ts'

/** Where the cheque of a payment is, and of one that bounced until when the money is awaited; nothing of one in hand. */
export function ChequeState({ payment }: { payment: Pick<PaymentRow, 'end' | 'deposit' | 'awaited' | 'currency'> }) {
  const { end, deposit, awaited, currency } = payment
  if (end?.outcome === 'bounced')
    return (
      <>
        <StatusTag tone="stop" icon="alert">
          {CHEQUES.bounced}
        </StatusTag>
        <div className="sub">{CHEQUES.bouncedOn(formatDate(end.endedOn))}</div>
        {awaited === 0 ? <div className="sub">{CHEQUES.made}</div> : null}
        {awaited > 0 && end.dueOn ? (
          <div className="sub">{CHEQUES.awaited(formatMoney(awaited, currency), formatDate(end.dueOn))}</div>
        ) : null}
        {end.note ? <div className="sub">{end.note}</div> : null}
      </>
    )
  if (end)
    return (
      <StatusTag tone="go" icon="check">
        {CHEQUES.clearedOn(formatDate(end.endedOn))}
      </StatusTag>
    )
  return deposit ? (
    <StatusTag tone="calm" icon="arrow">
      {CHEQUES.depositedOn(formatDate(deposit.depositedOn))}
    </StatusTag>
  ) : null
}
