import { useRef } from 'react'
import type { PaymentRow } from '../../contract/desk.ts'
import { Button } from '../../kit/button.tsx'
import { StatusTag } from '../../kit/status-tag.tsx'
import { WindowedRows } from '../../kit/windowed-rows.tsx'
import { sayReference } from '../../text/cheque-words.ts'
import { formatDate, formatDayTime, formatMoney } from '../../text/format.ts'
import { METHOD_WORDS } from '../../text/fr.ts'
import { PAYMENTS } from '../../text/screens/payments.ts'
import { REQUESTS } from '../../text/screens/requests.ts'
import { CandidateLink } from '../candidate/candidate-link.tsx'
import { useOffice } from '../frame/office.tsx'
import { whyNoCorrection, whyNotAllowed } from '../frame/why-not-allowed.ts'
import { AttestationsButton } from './attestations-button.tsx'
import { ChequeState } from './cheque-state.tsx'
import type { Receipted } from './correct-receipt-dialog.tsx'
import { CreditNoteButton } from './credit-note-button.tsx'
import { Payer } from './payer.tsx'
import { ReceiptButton } from './receipt-button.tsx'

type PaymentTableProps = {
  payments: readonly PaymentRow[]
  takeBack: (payment: PaymentRow) => void
  correct: (payment: Receipted) => void
}

/** The payments, the latest first. */
export function PaymentTable({ payments, takeBack, correct }: PaymentTableProps) {
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
          draw={(payment) => <PaymentLine payment={payment} takeBack={takeBack} correct={correct} />}
        />
      </table>
    </div>
  )
}

type PaymentLineProps = Omit<PaymentTableProps, 'payments'> & { payment: PaymentRow }

/** A receipt that was given is never taken back with its payment: while there is one, it is what can be corrected. */
function PaymentLine({ payment, takeBack, correct }: PaymentLineProps) {
  const { desk } = useOffice()
  const { voided, receipt, currency, credit } = payment
  const reference = sayReference(payment)
  const returned = payment.returns.reduce((sum, { amount }) => sum + amount, 0)
  const fallen = voided !== null || payment.end?.outcome === 'bounced'
  return (
    <tr className={voided ? 'void' : ''}>
      <td>{formatDate(payment.receivedOn)}</td>
      <th scope="row">
        <Payer {...payment} />
        {payment.pending ? <small>{REQUESTS.toTransmit}</small> : null}
      </th>
      <td className="c-for">
        <div className="for">
          {payment.entries.map(({ entryId, candidateId, candidateName, examCode }) => (
            <div key={entryId}>
              <span className="ex">{examCode}</span>{' '}
              {candidateName === payment.payerName ? null : (
                <span className="sub">
                  <CandidateLink candidateId={candidateId} name={candidateName} />
                </span>
              )}
            </div>
          ))}
        </div>
      </td>
      <td>
        {METHOD_WORDS[payment.method]}
        {reference ? <div className="sub">{reference}</div> : null}
      </td>
      <td className="num">
        <span className={fallen ? 'struck' : ''}>{formatMoney(payment.amount, currency)}</span>
        {credit > 0 && !voided ? <div className="sub">{PAYMENTS.credit(formatMoney(credit, currency))}</div> : null}
        {returned > 0 ? <div className="sub">{PAYMENTS.returned(formatMoney(returned, currency))}</div> : null}
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
        <AttestationsButton payment={payment} />
        {voided ? null : <ChequeState payment={payment} />}
        {payment.creditNotes.map((note) => (
          <div key={note.id}>
            <CreditNoteButton note={note} />
          </div>
        ))}
      </td>
      <td>
        <div className="actions">
          {voided ? null : receipt ? (
            <Button
              small
              tone="link"
              label={PAYMENTS.correctOf(receipt.number)}
              reason={whyNoCorrection(desk)}
              onPress={() => correct({ ...payment, receipt })}
            >
              {PAYMENTS.correct}
            </Button>
          ) : (
            <Button
              small
              tone="link"
              label={PAYMENTS.voidOf(payment.payerName)}
              reason={whyNotAllowed(desk, 'payment.void')}
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
