import { useState } from 'react'
import type { PaymentRow } from '../../contract/desk.ts'
import { mayBePaid } from '../../domain/payment.ts'
import { Icon } from '../../kit/icons.tsx'
import { formatDate, formatMoney } from '../../text/format.ts'
import { METHOD_WORDS } from '../../text/fr.ts'
import { CREDITS } from '../../text/screens/credits.ts'
import { REQUESTS } from '../../text/screens/requests.ts'
import { useOffice } from '../frame/office.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { pickedAmong } from './cheque-places.ts'
import { CreditActs, isUsable } from './credit-acts.tsx'
import { CreditsBar } from './credits-bar.tsx'
import { Payer } from './payer.tsx'
import { ReceiptButton } from './receipt-button.tsx'

const NOBODY: ReadonlySet<string> = new Set()

/** What is left of the payments of the session, the oldest first, and what was given back of them. */
export function CreditsPanel({ payments }: { payments: readonly PaymentRow[] }) {
  const { desk } = useOffice()
  const { currency } = desk.centre
  const credits = payments.filter(({ credit }) => credit !== 0).reverse()
  const left = credits.reduce((sum, { credit }) => sum + Math.max(0, credit), 0)
  const usable = credits.filter(isUsable)
  const [picked, setPicked] = useState(NOBODY)
  const returned = payments.filter(({ returns }) => returns.length > 0)
  return (
    <div className="credits">
      <div className="cheque-acts">
        {left > 0 ? (
          <p role="status">
            <b>{CREDITS.sum(credits.filter(({ credit }) => credit > 0).length, formatMoney(left, currency))}</b>
          </p>
        ) : null}
        {usable.length > 1 ? <CreditsBar chosen={pickedAmong(usable, picked)} clear={() => setPicked(NOBODY)} /> : null}
      </div>
      <div className="card">
        {credits.length > 0 ? (
          <CreditTable credits={credits} picked={picked} pick={setPicked} />
        ) : (
          <EmptyState icon="payments" title={CREDITS.emptyTitle} text={CREDITS.emptyText} />
        )}
      </div>
      {returned.length > 0 ? <ReturnTable payments={returned} /> : null}
    </div>
  )
}

type CreditTableProps = {
  credits: readonly PaymentRow[]
  /** Ids of those chosen. */
  picked: ReadonlySet<string>
  pick: (picked: ReadonlySet<string>) => void
}

function CreditTable({ credits, picked, pick }: CreditTableProps) {
  const toggle = (id: string, on: boolean) =>
    pick(new Set(on ? [...picked, id] : [...picked].filter((one) => one !== id)))
  const { columns } = CREDITS
  return (
    <div className="table-box">
      <table className="rows payment-rows" aria-label={CREDITS.table}>
        <thead>
          <tr>
            <th scope="col" className="pick-cell">
              <span className="visually-hidden">{CREDITS.pick}</span>
            </th>
            <th scope="col">{columns.payer}</th>
            <th scope="col">{columns.from}</th>
            <th scope="col" className="num">
              {columns.left}
            </th>
            <th scope="col">
              <span className="visually-hidden">{columns.actions}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {credits.map((payment) => (
            <CreditLine
              key={payment.id}
              payment={payment}
              picked={picked.has(payment.id)}
              toggle={(on) => toggle(payment.id, on)}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

type CreditLineProps = { payment: PaymentRow; picked: boolean; toggle: (on: boolean) => void }

function CreditLine({ payment, picked, toggle }: CreditLineProps) {
  const { amount, currency, credit, method } = payment
  const money = (minor: number) => formatMoney(minor, currency)
  return (
    <tr>
      <td className="pick-cell">
        {isUsable(payment) ? (
          <input
            type="checkbox"
            className="box"
            aria-label={CREDITS.pickOne(payment.payerName, money(credit))}
            checked={picked}
            onChange={({ target }) => toggle(target.checked)}
          />
        ) : null}
      </td>
      <th scope="row">
        <Payer {...payment} />
        {payment.pending ? <small>{REQUESTS.toTransmit}</small> : null}
      </th>
      <td>
        {CREDITS.received(money(amount), METHOD_WORDS[method].toLowerCase(), formatDate(payment.receivedOn))}
        {payment.entries
          .filter(({ status }) => !mayBePaid(status))
          .map(({ entryId, examCode, candidateName }) => (
            <div key={entryId} className="sub">
              {CREDITS.endedFor(examCode, candidateName)}
            </div>
          ))}
        {payment.receipt ? <ReceiptButton payment={payment} /> : <div className="sub">{CREDITS.noReceipt}</div>}
      </td>
      <td className="num">
        {credit > 0 ? (
          <b>{money(credit)}</b>
        ) : (
          <>
            <Icon name="alert" size={14} /> {CREDITS.over(money(-credit))}
            <div className="sub">{CREDITS.overHint}</div>
          </>
        )}
      </td>
      <td>
        <CreditActs payment={payment} />
      </td>
    </tr>
  )
}

function ReturnTable({ payments }: { payments: readonly PaymentRow[] }) {
  const { returnedColumns: columns } = CREDITS
  const rows = payments
    .flatMap((payment) => payment.returns.map((one) => ({ payment, ...one })))
    .sort((a, b) => (a.returnedOn < b.returnedOn ? 1 : -1))
  return (
    <section className="card" aria-label={CREDITS.returnedTitle}>
      <h2>{CREDITS.returnedTitle}</h2>
      <div className="table-box">
        <table className="rows payment-rows" aria-label={CREDITS.returnedTable}>
          <thead>
            <tr>
              <th scope="col">{columns.day}</th>
              <th scope="col">{columns.payer}</th>
              <th scope="col">{columns.means}</th>
              <th scope="col">{columns.by}</th>
              <th scope="col" className="num">
                {columns.amount}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, payment, returnedOn, means, returnedBy, amount, note }) => (
              <tr key={id}>
                <td>{formatDate(returnedOn)}</td>
                <th scope="row">
                  <Payer {...payment} />
                </th>
                <td>
                  {METHOD_WORDS[means]}
                  {note ? <div className="sub">{note}</div> : null}
                </td>
                <td>{returnedBy}</td>
                <td className="num">{formatMoney(amount, payment.currency)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
