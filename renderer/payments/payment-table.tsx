import { useRef } from 'react'
import type { PaymentRow } from '../../contract/desk.ts'
import { formatDate, formatDayTime, formatMoney } from '../../text/format.ts'
import { METHOD_WORDS, sayRefusal } from '../../text/fr.ts'
import { PAYMENTS } from '../../text/screens/payments.ts'
import { REQUESTS } from '../../text/screens/requests.ts'
import { useOffice } from '../frame/office.tsx'
import { whyNotAllowed } from '../frame/why-not-allowed.ts'
import { Button } from '../ui/button.tsx'
import { StatusTag } from '../ui/status-tag.tsx'
import { WindowedRows } from '../ui/windowed-rows.tsx'
import { ReceiptButton } from './receipt-button.tsx'

type PaymentTableProps = { payments: readonly PaymentRow[]; takeBack: (payment: PaymentRow) => void }

/** The payments, the latest first. */
export function PaymentTable({ payments, takeBack }: PaymentTableProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const rows = payments.toSorted((a, b) => (a.recordedAt < b.recordedAt ? 1 : -1))
  const { columns } = PAYMENTS
  return (
    <div className="table-box" ref={scroller}>
      <table className="rows payment-rows" aria-label={PAYMENTS.table} aria-rowcount={rows.length + 1}>
        <thead>
          <tr>
            <th scope="col">{columns.receivedOn}</th>
            <th scope="col">{columns.payer}</th>
            <th scope="col">{columns.entries}</th>
            <th scope="col">{columns.method}</th>
            <th scope="col" className="num">
              {columns.amount}
            </th>
            <th scope="col">{columns.receipt}</th>
            <th scope="col">
              <span className="visually-hidden">{columns.actions}</span>
            </th>
          </tr>
        </thead>
        <WindowedRows
          rows={rows}
          keyOf={({ id }) => id}
          kept={-1}
          guess={50}
          scroller={scroller}
          draw={(payment) => <PaymentLine payment={payment} takeBack={takeBack} />}
        />
      </table>
    </div>
  )
}

function PaymentLine({ payment, takeBack }: { payment: PaymentRow; takeBack: (payment: PaymentRow) => void }) {
  const { desk } = useOffice()
  const { voided, receipt, currency, credit } = payment
  const reason =
    whyNotAllowed(desk, 'payment.void') ??
    (receipt && sayRefusal({ code: 'receipt-issued', detail: { number: receipt.number } }))
  return (
    <tr className={voided ? 'void' : ''}>
      <td>{formatDate(payment.receivedOn)}</td>
      <th scope="row">
        {payment.payerName}
        {payment.pending ? <small>{REQUESTS.toTransmit}</small> : null}
      </th>
      <td className="c-for">
        <div className="for">
          {payment.entries.map(({ entryId, candidateName, examCode }) => (
            <div key={entryId}>
              <span className="ex">{examCode}</span>{' '}
              <span className="sub">{candidateName === payment.payerName ? '' : candidateName}</span>
            </div>
          ))}
        </div>
      </td>
      <td>
        {METHOD_WORDS[payment.method]}
        {payment.reference ? <div className="sub">{payment.reference}</div> : null}
      </td>
      <td className="num">
        <span className={voided ? 'struck' : ''}>{formatMoney(payment.amount, currency)}</span>
        {credit > 0 && !voided ? <div className="sub">{PAYMENTS.credit(formatMoney(credit, currency))}</div> : null}
      </td>
      <td>
        {voided ? (
          <>
            <StatusTag tone="calm" icon="cross">
              {PAYMENTS.voided}
            </StatusTag>
            <div className="sub">
              {PAYMENTS.voidedBy(voided.voidedBy, formatDayTime(voided.voidedAt, desk.centre.timeZone), voided.reason)}
            </div>
          </>
        ) : (
          <ReceiptButton payment={payment} />
        )}
      </td>
      <td>
        <div className="actions">
          {receipt && !voided ? <span className="sub">{PAYMENTS.receiptGiven}</span> : null}
          {voided ? null : (
            <Button
              small
              tone="quiet"
              label={PAYMENTS.voidOf(payment.payerName)}
              reason={reason}
              onPress={() => takeBack(payment)}
            >
              {PAYMENTS.void}
            </Button>
          )}
        </div>
      </td>
    </tr>
  )
}
