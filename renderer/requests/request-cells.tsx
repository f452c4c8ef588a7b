import type { ReactNode } from 'react'
import type { RequestRow } from '../../contract/desk.ts'
import { isToCheck } from '../../domain/data-check.ts'
import { dueOf } from '../../domain/entry-groups.ts'
import { toLocalDate } from '../../domain/time.ts'
import { StatusTag } from '../../kit/status-tag.tsx'
import { formatAgo, formatDate, formatDay, formatMoney } from '../../text/format.ts'
import { CHANGES } from '../../text/screens/request-changes.ts'
import { REQUESTS } from '../../text/screens/requests.ts'
import type { ReadyDesk } from '../frame/office.tsx'
import type { StateTag } from './entry-state.ts'
import type { Seats } from './feasibility.ts'
import type { FreeColumn } from './list-columns.ts'
import { PossibleCell } from './possible-cell.tsx'
import { DeadlineCell, StateCell } from './state-cell.tsx'

/** What a cell is drawn from. */
export type CellFacts = {
  request: RequestRow
  states: StateTag[]
  seats: Seats
  shortCodes: ReadonlyMap<string, string>
  desk: ReadyDesk
}

/** What each column says of a request. */
export const CELLS: Readonly<Record<FreeColumn, (facts: CellFacts) => ReactNode>> = {
  exams: ({ request, seats, shortCodes }) => (
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
  ),
  possible: ({ request, seats, shortCodes }) => (
    <PossibleCell request={request} seats={seats} shortCodes={shortCodes} />
  ),
  receivedAt: ({ request: { receivedAt }, desk: { centre, now } }) => (
    <>
      {formatDay(toLocalDate(receivedAt, centre.timeZone))}
      <div className="sub">{formatAgo(receivedAt, now, centre.timeZone)}</div>
    </>
  ),
  state: ({ request, states, shortCodes, desk }) => (
    <>
      <StateCell states={states} shortCodes={shortCodes} desk={desk} />
      <ModifiedTag request={request} />
    </>
  ),
  deadline: ({ states, desk }) => <DeadlineCell states={states} desk={desk} />,
  due: ({ request, desk }) =>
    money(
      request.entries.reduce((sum, entry) => sum + dueOf(entry), 0),
      desk,
    ),
  paid: ({ request, desk }) =>
    money(
      request.entries.reduce((sum, { paid }) => sum + paid, 0),
      desk,
    ),
  payer: ({ request: { organisation } }) => organisation?.name ?? <span className="sub">{REQUESTS.selfPaid}</span>,
  nuc: ({ request: { candidate } }) => candidate.nuc ?? <span className="sub">{REQUESTS.newCandidate}</span>,
  bornOn: ({ request: { candidate } }) => formatDate(candidate.bornOn),
  phone: ({ request: { candidate } }) => candidate.phone || NOTHING,
  email: ({ request: { candidate } }) => candidate.email || NOTHING,
  town: ({ request: { candidate } }) => candidate.town || NOTHING,
  checked: ({ request, desk }) => {
    if (!isToCheck(request)) return NOTHING
    if (request.dataCheckedAt === null) return <span className="sub">{REQUESTS.notChecked}</span>
    return REQUESTS.checkedOn(formatDay(toLocalDate(request.dataCheckedAt, desk.centre.timeZone)))
  },
}

const NOTHING = <span className="sub">—</span>

function money(amount: number, { centre }: ReadyDesk): ReactNode {
  return amount > 0 ? formatMoney(amount, centre.currency) : NOTHING
}

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
