import { memo, useMemo } from 'react'
import type { RequestRow } from '../../contract/desk.ts'
import { fullName } from '../../domain/candidate.ts'
import { toLocalDate } from '../../domain/time.ts'
import { StatusTag } from '../../kit/status-tag.tsx'
import { formatAgo, formatDay } from '../../text/format.ts'
import { CHANGES } from '../../text/screens/request-changes.ts'
import { REQUESTS } from '../../text/screens/requests.ts'
import { useOffice } from '../frame/office.tsx'
import { requestStates } from './entry-state.ts'
import type { Seats } from './feasibility.ts'
import { PossibleCell } from './possible-cell.tsx'
import { DeadlineCell, StateCell } from './state-cell.tsx'

type RequestLineProps = {
  request: RequestRow
  index: number
  seats: Seats
  shortCodes: ReadonlyMap<string, string>
  selected: boolean
  current: boolean
  /** Whether this row has the keyboard of the grid. */
  active: boolean
  toggle: (event: unknown) => void
  open: (requestId: string) => void
}

/** One request of the list. Only what changed is drawn again: a list may be long. */
export const RequestLine = memo(
  function RequestLine({
    request,
    index,
    seats,
    shortCodes,
    selected,
    current,
    active,
    toggle,
    open,
  }: RequestLineProps) {
    const { desk } = useOffice()
    const { candidate, receivedAt } = request
    const states = useMemo(() => requestStates(request.entries, desk.now), [request.entries, desk.now])
    const name = fullName(candidate)
    return (
      <tr
        aria-rowindex={index + 2}
        aria-selected={selected}
        className={current ? 'current' : ''}
        tabIndex={active ? 0 : -1}
        onClick={(event) => {
          if (!(event.target as HTMLElement).closest('.c-select')) open(request.id)
        }}
      >
        <td className="c-select">
          <input
            type="checkbox"
            className="box"
            tabIndex={active ? 0 : -1}
            aria-label={REQUESTS.select(name)}
            checked={selected}
            onChange={toggle}
            onKeyDown={(event) => event.key === ' ' && event.stopPropagation()}
          />
        </td>
        <th scope="row" className="c-candidate">
          {name}
          <small>{secondLine(request)}</small>
        </th>
        <td className="c-exams">
          <div className="exams">
            {request.entries.map((entry) => {
              const offering = entry.offeringId ? seats.offerings.get(entry.offeringId) : undefined
              return (
                <div key={entry.id}>
                  <span className="ex">{shortCodes.get(entry.examCode) ?? entry.examCode}</span>
                  <span className="sub software">
                    {offering ? offering.software.join(', ') || REQUESTS.noSoftware : REQUESTS.toPlace}
                  </span>
                </div>
              )
            })}
          </div>
        </td>
        <td className="c-possible">
          <PossibleCell request={request} seats={seats} shortCodes={shortCodes} />
        </td>
        <td className="c-receivedAt">
          {formatDay(toLocalDate(receivedAt, desk.centre.timeZone))}
          <div className="sub">{formatAgo(receivedAt, desk.now, desk.centre.timeZone)}</div>
        </td>
        <td className="c-state">
          <StateCell states={states} shortCodes={shortCodes} desk={desk} />
          <ModifiedTag request={request} />
        </td>
        <td className="c-deadline">
          <DeadlineCell states={states} desk={desk} />
        </td>
      </tr>
    )
  },
  // `toggle` is made anew by each render of the table and always does the same.
  (a, b) =>
    a.request === b.request &&
    a.index === b.index &&
    a.seats === b.seats &&
    a.shortCodes === b.shortCodes &&
    a.selected === b.selected &&
    a.current === b.current &&
    a.active === b.active &&
    a.open === b.open,
)

/** Something changed since it was sent: to be read again before it is decided. */
function ModifiedTag({ request: { version, changes, entries } }: { request: RequestRow }) {
  if (changes.length === 0 || entries.every(({ status }) => status !== 'requested')) return null
  return (
    <div className="modified">
      <StatusTag tone="calm" icon="edit">
        {CHANGES.tag}
        <span className="visually-hidden">{CHANGES.tagMore(version)}</span>
      </StatusTag>
    </div>
  )
}

function secondLine({ candidate, organisation, earlierRequests }: RequestRow): string {
  const { usageName, birthName, sex, nuc } = candidate
  return [
    usageName && usageName !== birthName && REQUESTS.born(sex, birthName),
    nuc ?? REQUESTS.newCandidate,
    earlierRequests > 0 && REQUESTS.again(earlierRequests),
    organisation && REQUESTS.paidBy(organisation.name),
  ]
    .filter(Boolean)
    .join(' · ')
}
