import { useState } from 'react'
import type { CashDay } from '../../contract/desk-money.ts'
import { Button } from '../../kit/button.tsx'
import { Select } from '../../kit/select.tsx'
import { formatDayFrom, formatMoney } from '../../text/format.ts'
import { MONEY } from '../../text/screens/money.ts'
import { PAPERS } from '../../text/screens/papers.ts'
import { PAYMENTS } from '../../text/screens/payments.ts'
import { useRows } from '../api.ts'
import { useOffice } from '../frame/office.tsx'
import { useOpenDocument } from '../papers/open-document.ts'
import { EmptyState, ErrorState, Loading } from '../ui/empty-state.tsx'
import { Payer } from './payer.tsx'
import { today } from './today.ts'

/** The cash of a day, of all sessions: what the till should hold. */
export function CashPanel() {
  const { desk, session } = useOffice()
  const now = today(desk)
  const [chosen, setChosen] = useState<string | null>(null)
  const on = chosen ?? now
  const cash = useRows('cash.sum', { on })
  const { open, isOpening } = useOpenDocument()
  if (cash.isError) return <ErrorState retry={() => void cash.refetch()} />
  if (!cash.data) return <Loading />
  const { count, received, returned, returns, total, currency, days, payments } = cash.data
  const money = (minor: number) => formatMoney(minor, currency)
  const asked = { kind: 'cash-sheet', on, sessionId: session.id } as const
  const dayWords = (day: string, sum: number) => `${formatDayFrom(day, now)}, ${formatMoney(sum, currency)}`
  return (
    <>
      <div className="narrow">
        <Select
          shown
          label={MONEY.day}
          value={on}
          options={days.map((day) => ({ value: day.on, label: dayWords(day.on, day.total) }))}
          onChange={setChosen}
        />
        <div className="cheque-acts">
          <p role="status">
            <b>{MONEY.cashSum(count, money(received))}</b>
            {returned > 0 ? ` ${MONEY.cashLess(money(returned), money(total))}` : null}
          </p>
          <Button busy={isOpening(asked)} onPress={() => void open(asked)}>
            {isOpening(asked) ? PAPERS.making : MONEY.cashSheet}
          </Button>
        </div>
      </div>
      <div className="card">
        {payments.length + returns.length > 0 ? (
          <CashTable cash={cash.data} />
        ) : (
          <EmptyState icon="payments" title={MONEY.cashEmptyTitle} text={MONEY.cashEmptyText} />
        )}
      </div>
    </>
  )
}

function CashTable({ cash: { payments, returns, total, currency } }: { cash: CashDay }) {
  const { cashColumns: columns } = MONEY
  return (
    <div className="table-box">
      <table className="rows payment-rows" aria-label={MONEY.cashTable}>
        <thead>
          <tr>
            <th scope="col">{columns.payer}</th>
            <th scope="col">{columns.session}</th>
            <th scope="col">{columns.receipt}</th>
            <th scope="col">{columns.by}</th>
            <th scope="col" className="num">
              {columns.amount}
            </th>
          </tr>
        </thead>
        <tbody>
          {payments.map((payment) => (
            <tr key={payment.id} className={payment.voided ? 'void' : ''}>
              <th scope="row">
                <Payer {...payment} />
              </th>
              <td>{payment.sessionLabel}</td>
              <td>{payment.voided ? PAYMENTS.voided : payment.receipt?.number}</td>
              <td>{payment.recordedBy}</td>
              <td className="num">
                <span className={payment.voided ? 'struck' : ''}>{formatMoney(payment.amount, currency)}</span>
              </td>
            </tr>
          ))}
          {returns.map(({ id, payer, payerName, sessionLabel, receiptNumber, amount, by }) => (
            <tr key={id}>
              <th scope="row">
                <Payer payer={payer} payerName={payerName} />
                <div className="sub">{MONEY.cashReturned}</div>
              </th>
              <td>{sessionLabel}</td>
              <td>{receiptNumber}</td>
              <td>{by}</td>
              <td className="num">{formatMoney(-amount, currency)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={4}>
              {MONEY.total}
            </th>
            <td className="num">
              <b>{formatMoney(total, currency)}</b>
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  )
}
