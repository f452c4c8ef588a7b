import type { ReactNode } from 'react'
import type { SessionTotals } from '../../contract/desk-money.ts'
import { formatCount, formatMoney } from '../../text/format.ts'
import { METHOD_WORDS } from '../../text/fr.ts'
import { MONEY } from '../../text/screens/money.ts'
import { useRows } from '../api.ts'
import { useOffice } from '../frame/office.tsx'
import { ErrorState, Loading } from '../ui/empty-state.tsx'

/** What the session brought, by method and by exam, what is owed, and why both sides are the same sum. */
export function TotalsPanel() {
  const { session } = useOffice()
  const totals = useRows('money.sum', { sessionId: session.id })
  if (totals.isError) return <ErrorState retry={() => void totals.refetch()} />
  if (!totals.data) return <Loading />
  const { currency, received, returned, credit, overReturned, exams } = totals.data
  const paid = exams.reduce((sum, exam) => sum + exam.paid, 0)
  const money = (minor: number) => formatMoney(minor, currency)
  return (
    <div className="totals">
      <p className="totals-sum">
        {MONEY.equals(
          money(received),
          returned > 0 ? money(returned) : null,
          money(paid),
          money(credit - overReturned),
        )}
      </p>
      <Methods totals={totals.data} money={money} />
      <Exams totals={totals.data} money={money} />
      <Receipts totals={totals.data} money={money} />
    </div>
  )
}

type Part = { totals: SessionTotals; money: (minor: number) => string }

function Methods({ totals: { methods, received }, money }: Part) {
  return (
    <TotalsTable
      title={MONEY.methods}
      heads={[MONEY.method, MONEY.count, MONEY.amount]}
      rows={methods.map(({ method, count, amount }) => [METHOD_WORDS[method], formatCount(count), money(amount)])}
      foot={[MONEY.total, formatCount(methods.reduce((sum, { count }) => sum + count, 0)), money(received)]}
    />
  )
}

function Exams({ totals: { exams, credit, overReturned, returned, received }, money }: Part) {
  const sum = (key: 'entries' | 'expected' | 'paid' | 'owed') => exams.reduce((all, exam) => all + exam[key], 0)
  const rows: ReactNode[][] = exams.map(({ code, label, entries, expected, paid, owed }) => [
    <>
      <span className="ex">{code}</span> <span className="sub">{label}</span>
    </>,
    formatCount(entries),
    money(expected),
    money(owed),
    money(paid),
  ])
  if (credit > 0) rows.push([MONEY.credit, '', '', '', money(credit)])
  if (returned > 0) rows.push([MONEY.returned, '', '', '', money(returned)])
  if (overReturned > 0) rows.push([MONEY.overReturned, '', '', '', money(-overReturned)])
  return (
    <TotalsTable
      title={MONEY.exams}
      heads={[MONEY.exam, MONEY.entries, MONEY.expected, MONEY.owed, MONEY.paid]}
      rows={rows}
      foot={[MONEY.total, formatCount(sum('entries')), money(sum('expected')), money(sum('owed')), money(received)]}
    />
  )
}

function Receipts({ totals: { receipted, unreceipted, bounced, voided }, money }: Part) {
  const rows = [
    { words: MONEY.receipted(receipted.count), ...receipted },
    { words: MONEY.unreceipted(unreceipted.count), ...unreceipted },
    { words: MONEY.bounced(bounced.count), ...bounced },
    { words: MONEY.voided(voided.count), ...voided },
  ].filter(({ count }) => count > 0)
  if (rows.length === 0) return null
  return (
    <TotalsTable
      title={MONEY.receipts}
      heads={[MONEY.count, MONEY.amount]}
      rows={rows.map(({ words, amount }) => [words, money(amount)])}
      foot={null}
    />
  )
}

type TotalsTableProps = {
  title: string
  heads: readonly string[]
  rows: readonly (readonly ReactNode[])[]
  foot: readonly string[] | null
}

function TotalsTable({ title, heads, rows, foot }: TotalsTableProps) {
  return (
    <section className="card" aria-label={title}>
      <h2>{title}</h2>
      <table className="rows">
        <thead>
          <tr>
            {heads.map((head, index) => (
              <th key={head} scope="col" className={index > 0 ? 'num' : ''}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a sum never move
            <tr key={row}>{cells.map((cell, index) => totalCell(cell, index))}</tr>
          ))}
        </tbody>
        {foot ? (
          <tfoot>
            <tr>{foot.map((cell, index) => totalCell(<b>{cell}</b>, index))}</tr>
          </tfoot>
        ) : null}
      </table>
    </section>
  )
}

function totalCell(cell: ReactNode, index: number): ReactNode {
  return index === 0 ? (
    <th key={index} scope="row">
      {cell}
    </th>
  ) : (
    <td key={index} className="num">
      {cell}
    </td>
  )
}
