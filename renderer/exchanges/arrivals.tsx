import { useRef } from 'react'
import type { ArrivalRow } from '../../contract/desk.ts'
import { Icon, type IconName } from '../../kit/icons.tsx'
import { ReadOn } from '../../kit/read-on.tsx'
import { WindowedRows } from '../../kit/windowed-rows.tsx'
import { formatDayTimeFrom } from '../../text/format.ts'
import { EXCHANGES, sayArrival } from '../../text/screens/exchanges.ts'
import { useOffice } from '../frame/office.tsx'
import { EmptyState, ErrorState, Loading } from '../ui/empty-state.tsx'
import { useArrivals } from './use-arrivals.ts'

const SOURCE_ICONS: Readonly<Record<ArrivalRow['source'], IconName>> = {
  network: 'exchanges',
  file: 'file',
  repair: 'check',
  'first-sync': 'requests',
}

/** The arrivals: when, by which way, and what, in words. */
export function Arrivals() {
  const { desk } = useOffice()
  const { arrivals, isError, readMore, retry } = useArrivals()
  const scroller = useRef<HTMLDivElement>(null)
  if (!arrivals) return isError ? <ErrorState retry={retry} /> : <Loading />
  const { rows, ended } = arrivals
  const { arrivalColumns: columns } = EXCHANGES
  return (
    <div className="card">
      {rows.length === 0 ? (
        <EmptyState icon="exchanges" title={EXCHANGES.arrivalsEmpty} text={EXCHANGES.arrivalsEmptyText} />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: nothing inside takes the focus, so the box itself must scroll by keyboard
        <section className="table-box" ref={scroller} tabIndex={0} aria-label={EXCHANGES.arrivalsTable}>
          <table className="rows arrival-rows" aria-label={EXCHANGES.arrivalsTable}>
            <thead>
              <tr>
                <th scope="col" className="c-time">
                  {columns.at}
                </th>
                <th scope="col" className="c-source">
                  {columns.source}
                </th>
                <th scope="col">{columns.counts}</th>
              </tr>
            </thead>
            <WindowedRows
              rows={rows}
              keyOf={({ id }) => id}
              kept={-1}
              guess={44}
              scroller={scroller}
              draw={(row) => (
                <tr>
                  <td className="c-time">{formatDayTimeFrom(row.at, desk.now, desk.centre.timeZone)}</td>
                  <td>
                    <span className="source">
                      <Icon name={SOURCE_ICONS[row.source]} size={15} />
                      {EXCHANGES.source[row.source]}
                    </span>
                  </td>
                  <td>{sayArrival(row.counts)}</td>
                </tr>
              )}
            />
          </table>
          {ended ? null : (
            <ReadOn scroller={scroller} readMore={readMore} reached={rows.length}>
              {EXCHANGES.more}
            </ReadOn>
          )}
        </section>
      )}
    </div>
  )
}
