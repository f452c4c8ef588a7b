import { useRef } from 'react'
import type { ExchangeRow } from '../../contract/desk.ts'
import { ReadOn } from '../../kit/read-on.tsx'
import { WindowedRows } from '../../kit/windowed-rows.tsx'
import { EXCHANGES } from '../../text/screens/exchanges.ts'
import { DepartureLine } from './departure-line.tsx'

type DepartureTableProps = { rows: readonly ExchangeRow[]; next: number | null; readMore: () => Promise<void> }

/** The lines of the register, the latest first. They are read as one scrolls, and only those near the eye are drawn. */
export function DepartureTable({ rows, next, readMore }: DepartureTableProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const { columns } = EXCHANGES
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: nothing inside takes the focus, so the box itself must scroll by keyboard
    <section className="table-box" ref={scroller} tabIndex={0} aria-label={EXCHANGES.departuresTable}>
      <table
        className="rows departure-rows"
        aria-label={EXCHANGES.departuresTable}
        aria-rowcount={next === null ? rows.length + 1 : -1}
      >
        <thead>
          <tr>
            <th scope="col" className="c-state">
              {columns.state}
            </th>
            <th scope="col">{columns.what}</th>
            <th scope="col" className="c-time">
              {columns.here}
            </th>
            <th scope="col" className="c-time">
              {columns.atHq}
            </th>
            <th scope="col" className="c-who">
              {columns.who}
            </th>
          </tr>
        </thead>
        <WindowedRows
          rows={rows}
          keyOf={({ commandId }) => commandId}
          kept={-1}
          guess={52}
          scroller={scroller}
          draw={(row, index) => <DepartureLine row={row} index={index} />}
        />
      </table>
      {next === null ? null : (
        <ReadOn scroller={scroller} readMore={readMore} reached={next}>
          {EXCHANGES.more}
        </ReadOn>
      )}
    </section>
  )
}
