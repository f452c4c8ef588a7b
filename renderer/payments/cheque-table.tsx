import { useRef } from 'react'
import type { ChequeRow } from '../../contract/desk-money.ts'
import { Button } from '../../kit/button.tsx'
import { StatusTag } from '../../kit/status-tag.tsx'
import { WindowedRows } from '../../kit/windowed-rows.tsx'
import { sayReference } from '../../text/cheque-words.ts'
import { formatDate, formatMoney } from '../../text/format.ts'
import { CHEQUES } from '../../text/screens/cheques.ts'
import { REQUESTS } from '../../text/screens/requests.ts'
import { useOffice } from '../frame/office.tsx'
import { whyNotAllowed } from '../frame/why-not-allowed.ts'
import { ChequeState } from './cheque-state.tsx'
import { Payer } from './payer.tsx'

type ChequeTableProps = {
  rows: readonly ChequeRow[]
  /** Ids of those chosen. */
  picked: ReadonlySet<string>
  pick: (picked: ReadonlySet<string>) => void
  bounce: (cheque: ChequeRow) => void
}

/** Cheques, the first received first: what each bears, of whom, how much, where it is. */
export function ChequeTable({ rows, picked, pick, bounce }: ChequeTableProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const { columns } = CHEQUES
  const all = rows.every(({ id }) => picked.has(id))
  const toggle = (id: string, on: boolean) => {
    const next = new Set(picked)
    if (on) next.add(id)
    else next.delete(id)
    pick(next)
  }
  return (
    <div className="table-box" ref={scroller}>
      <table className="rows payment-rows" aria-label={CHEQUES.table} aria-rowcount={rows.length + 1}>
        <thead>
          <tr>
            <th scope="col" className="pick-cell">
              <input
                type="checkbox"
                className="box"
                aria-label={CHEQUES.pickAll}
                checked={all}
                onChange={({ target }) => pick(new Set(target.checked ? rows.map(({ id }) => id) : []))}
              />
            </th>
            <th scope="col">{columns.receivedOn}</th>
            <th scope="col">{columns.payer}</th>
            <th scope="col">{columns.cheque}</th>
            <th scope="col" className="num">
              {columns.amount}
            </th>
            <th scope="col">{columns.state}</th>
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
          draw={(cheque) => (
            <ChequeLine
              cheque={cheque}
              picked={picked.has(cheque.id)}
              toggle={(on) => toggle(cheque.id, on)}
              bounce={bounce}
            />
          )}
        />
      </table>
    </div>
  )
}

type ChequeLineProps = {
  cheque: ChequeRow
  picked: boolean
  toggle: (on: boolean) => void
  bounce: (cheque: ChequeRow) => void
}

function ChequeLine({ cheque: row, picked, toggle, bounce }: ChequeLineProps) {
  const { desk } = useOffice()
  const { cheque, payer, payerName, amount, currency, end } = row
  const money = formatMoney(amount, currency)
  return (
    <tr>
      <td className="pick-cell">
        <input
          type="checkbox"
          className="box"
          aria-label={CHEQUES.pickOne(payerName, money)}
          checked={picked}
          onChange={({ target }) => toggle(target.checked)}
        />
      </td>
      <td>{formatDate(row.receivedOn)}</td>
      <th scope="row">
        <Payer payer={payer} payerName={payerName} />
        <div className="sub">{row.sessionLabel}</div>
        {row.pending ? <small>{REQUESTS.toTransmit}</small> : null}
      </th>
      <td>
        {sayReference(row) ?? <span className="sub">{CHEQUES.unsaid}</span>}
        {cheque && cheque.drawer !== '' && cheque.drawer !== payerName ? (
          <div className="sub">{CHEQUES.signedBy(cheque.drawer)}</div>
        ) : null}
      </td>
      <td className="num">{money}</td>
      <td>
        {end || row.deposit ? (
          <ChequeState payment={row} />
        ) : (
          <StatusTag tone="wait" icon="clock">
            {CHEQUES.inHand}
          </StatusTag>
        )}
      </td>
      <td>
        <div className="actions">
          {end || !row.deposit ? null : (
            <Button
              small
              tone="link"
              label={CHEQUES.bounceOf(payerName)}
              reason={whyNotAllowed(desk, 'cheque.end')}
              onPress={() => bounce(row)}
            >
              {CHEQUES.bounce}
            </Button>
          )}
        </div>
      </td>
    </tr>
  )
}
