import { useMemo, useRef } from 'react'
import { isOneOf } from '../../kit/accepts.ts'
import { Chip } from '../../kit/chip.tsx'
import { useKept } from '../../kit/kept.ts'
import { ReadOn } from '../../kit/read-on.tsx'
import { WindowedRows } from '../../kit/windowed-rows.tsx'
import { EXCHANGES } from '../../text/screens/exchanges.ts'
import { EmptyState, ErrorState, Loading } from '../ui/empty-state.tsx'
import { ARRIVAL_FILTERS, type ArrivalFilter, arrivalLines } from './arrival-lines.ts'
import { ArrivalRowLine } from './arrival-row.tsx'
import { useArrivals } from './use-arrivals.ts'

const isFilter = isOneOf(...ARRIVAL_FILTERS)

/** The arrivals: when, whom and what, from whom, by which way. */
export function Arrivals() {
  const { arrivals, isError, readMore, retry } = useArrivals()
  const [filter, setFilter] = useKept<ArrivalFilter>('exchanges.arrivals', 'all', isFilter)
  const lines = useMemo(() => arrivalLines(arrivals?.rows ?? [], filter), [arrivals, filter])
  const scroller = useRef<HTMLDivElement>(null)
  if (!arrivals) return isError ? <ErrorState retry={retry} /> : <Loading />
  const { rows, ended } = arrivals
  const { arrivalColumns: columns } = EXCHANGES
  if (rows.length === 0)
    return (
      <div className="card">
        <EmptyState icon="exchanges" title={EXCHANGES.arrivalsEmpty} text={EXCHANGES.arrivalsEmptyText} />
      </div>
    )
  return (
    <>
      <fieldset className="chips" aria-label={EXCHANGES.arrivalFilters}>
        {ARRIVAL_FILTERS.map((one) => (
          <Chip key={one} on={filter === one} onPress={() => setFilter(one)}>
            {EXCHANGES.arrivalFilter[one]}
          </Chip>
        ))}
      </fieldset>
      <div className="card">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: nothing inside may take the focus, so the box itself must scroll by keyboard */}
        <section className="table-box" ref={scroller} tabIndex={0} aria-label={EXCHANGES.arrivalsTable}>
          <table className="rows arrival-rows" aria-label={EXCHANGES.arrivalsTable}>
            <thead>
              <tr>
                <th scope="col" className="c-time">
                  {columns.at}
                </th>
                <th scope="col">{columns.what}</th>
                <th scope="col" className="c-who">
                  {columns.from}
                </th>
                <th scope="col" className="c-source">
                  {columns.source}
                </th>
              </tr>
            </thead>
            <WindowedRows
              rows={lines}
              keyOf={({ key }) => key}
              kept={-1}
              guess={44}
              scroller={scroller}
              draw={(line) => <ArrivalRowLine line={line} />}
            />
          </table>
          {ended && lines.length === 0 ? <p className="read-on sub">{EXCHANGES.arrivalsNone}</p> : null}
          {ended ? null : (
            <ReadOn scroller={scroller} readMore={readMore} reached={rows.length}>
              {EXCHANGES.more}
            </ReadOn>
          )}
        </section>
      </div>
    </>
  )
}
