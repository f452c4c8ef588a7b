import type { PaymentRow } from '../../contract/desk.ts'
import { StatusTag } from '../../kit/status-tag.tsx'
import { formatDate, formatMoney } from '../../text/format.ts'
import { METHOD_WORDS } from '../../text/fr.ts'
import { CREDITS } from '../../text/screens/credits.ts'
import { PAYMENTS } from '../../text/screens/payments.ts'
import { FILE } from '../../text/screens/request-file.ts'
import { ChequeState } from '../payments/cheque-state.tsx'
import { CreditActs } from '../payments/credit-acts.tsx'
import { CreditNoteButton } from '../payments/credit-note-button.tsx'
import { ReceiptButton } from '../payments/receipt-button.tsx'

/** The money received for a request, with its receipts. */
export function FilePayments({ payments }: { payments: readonly PaymentRow[] }) {
  return (
    <section>
      <h3>{FILE.payments}</h3>
      {payments.length === 0 ? <p className="sub">{FILE.noPayment}</p> : null}
      <ul className="payments">
        {payments.map((payment) => (
          <li key={payment.id}>
            <div>
              <b className={payment.voided || payment.end?.outcome === 'bounced' ? 'struck' : ''}>
                {formatMoney(payment.amount, payment.currency)}
              </b>{' '}
              {METHOD_WORDS[payment.method].toLowerCase()}, {formatDate(payment.receivedOn)}{' '}
              {payment.credit > 0 && !payment.voided ? (
                <div className="sub">{FILE.credit(formatMoney(payment.credit, payment.currency))}</div>
              ) : null}
              {payment.returns.map(({ id, amount, means, returnedOn, returnedBy }) => (
                <div key={id} className="sub">
                  {CREDITS.returned(
                    formatMoney(amount, payment.currency),
                    METHOD_WORDS[means].toLowerCase(),
                    formatDate(returnedOn),
                    returnedBy,
                  )}
                </div>
              ))}
              <CreditActs payment={payment} />
              {payment.voided ? (
                <StatusTag tone="calm" icon="cross">
                  {PAYMENTS.voided}
                </StatusTag>
              ) : null}
              {payment.voided ? null : <ChequeState payment={payment} />}
              {payment.pending ? <div className="sub">{FILE.toTransmit}</div> : null}
            </div>
            <div>
              <ReceiptButton payment={payment} />
              {payment.creditNotes.map((note) => (
                <div key={note.id}>
                  <CreditNoteButton note={note} />
                </div>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
