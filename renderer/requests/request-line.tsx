import { memo, useMemo } from 'react'
import type { RequestRow } from '../../contract/desk.ts'
import { fullName } from '../../domain/candidate.ts'
import { REQUESTS } from '../../text/screens/requests.ts'
import { useOffice } from '../frame/office.tsx'
import { requestStates } from './entry-state.ts'
import type { Seats } from './feasibility.ts'
import type { ColumnId } from './list-columns.ts'
import { CELLS } from './request-cells.tsx'

type RequestLineProps = {
  request: RequestRow
  index: number
  columns: readonly ColumnId[]
  seats: Seats
  shortCodes: ReadonlyMap<string, string>
  selected: boolean
  current: boolean
  /** Whether this row has the keyboard of the grid. */
  active: boolean
  /** Somebody else changed it a moment ago. */
  changed: boolean
  /** `extend`: up to here, from where the selection was. */
  select: (index: number, extend: boolean) => void
  open: (index: number, requestId: string) => void
}

/** One request of the list. Only what changed is drawn again: a list may be long. */
export const RequestLine = memo(function RequestLine(props: RequestLineProps) {
  const { request, index, columns, seats, shortCodes, selected, current, active, changed, select, open } = props
  const { desk } = useOffice()
  const states = useMemo(() => requestStates(request.entries, desk.now), [request.entries, desk.now])
  const name = fullName(request.candidate)
  const facts = { request, states, seats, shortCodes, desk }
  return (
    <tr
      aria-rowindex={index + 2}
      aria-selected={selected}
      className={[current && 'current', changed && 'changed'].filter(Boolean).join(' ')}
      tabIndex={active ? 0 : -1}
      onMouseDown={(event) => {
        // A range of rows, and not of the words in them.
        if (event.shiftKey) event.preventDefault()
      }}
      onClick={(event) => {
        const onBox = (event.target as HTMLElement).closest('.c-select') !== null
        if (event.shiftKey || onBox) select(index, event.shiftKey)
        else open(index, request.id)
        if (event.shiftKey || onBox) event.currentTarget.focus({ preventScroll: true })
      }}
    >
      <td className="c-select">
        <input
          type="checkbox"
          className="box"
          tabIndex={-1}
          aria-label={REQUESTS.select(name)}
          checked={selected}
          // The row hears the click, which may reach as far as another one.
          readOnly
          onChange={() => undefined}
        />
      </td>
      {columns.map((id) =>
        id === 'candidate' ? (
          <th key={id} scope="row" className="c-candidate">
            {name}
            <small>
              {secondLine(request)}
              {changed ? <span className="changed-word"> · {REQUESTS.changedNow}</span> : null}
            </small>
          </th>
        ) : (
          <td key={id} className={`c-${id}`}>
            {CELLS[id](facts)}
          </td>
        ),
      )}
    </tr>
  )
})

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
