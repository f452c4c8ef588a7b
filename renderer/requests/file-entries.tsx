import type { EntryRow, HistoryLine, OfferingRow, RequestRow } from '../../contract/desk.ts'
import { freeSeats } from '../../domain/seats.ts'
import { Icon } from '../../kit/icons.tsx'
import { formatDayTime } from '../../text/format.ts'
import { sayReason } from '../../text/fr.ts'
import { FILE } from '../../text/screens/request-file.ts'
import { REQUESTS } from '../../text/screens/requests.ts'
import { useOffice } from '../frame/office.tsx'
import { alternativesTo, type Seats, softwareName } from './feasibility.ts'

type FileEntriesProps = {
  request: RequestRow
  seats: Seats
  /** What happened, in any order: who ended which exam, and when. */
  history: readonly HistoryLine[]
}

/** The exams asked for, each with its software and the seats left beside it; of one that ended, why, when and by whom. */
export function FileEntries({ request, seats, history }: FileEntriesProps) {
  return (
    <section>
      <h3>{FILE.exams}</h3>
      <dl>
        {request.entries.map((entry) => {
          const offering = entry.offeringId ? seats.offerings.get(entry.offeringId) : undefined
          return (
            <div key={entry.id} className="line">
              <dt>{entry.examCode}</dt>
              <dd>
                {offering ? offering.software.join(', ') || REQUESTS.noSoftware : REQUESTS.toPlace}
                {entry.status === 'requested' && offering ? <SeatsLeft offering={offering} seats={seats} /> : null}
                <EndedFor entry={entry} software={offering?.software ?? []} history={history} />
                <Proposed entry={entry} seats={seats} />
              </dd>
            </div>
          )
        })}
      </dl>
    </section>
  )
}

function SeatsLeft({ offering, seats }: { offering: OfferingRow; seats: Seats }) {
  const free = offering.open ? freeSeats(offering.seats, offering.used) : 0
  return (
    <>
      <div className={free > 0 ? 'ok' : 'no'}>
        {offering.open ? FILE.freeSeats(free, offering.seats) : REQUESTS.closed}
        {offering.pending ? (
          <span className="estimate" title={FILE.estimate}>
            <Icon name="clock" size={12} />
            <span className="visually-hidden"> ({FILE.estimate})</span>
          </span>
        ) : null}
      </div>
      {free === 0
        ? alternativesTo(offering, seats).map(({ software, free: left }) => (
            <div key={software} className="sub">
              {REQUESTS.freeInstead(software, left)}
            </div>
          ))
        : null}
    </>
  )
}

/** What the centre proposed instead, until the candidate or the centre says something else. */
function Proposed({ entry: { status, proposedOfferingId }, seats }: { entry: EntryRow; seats: Seats }) {
  const proposed = proposedOfferingId === null ? undefined : seats.offerings.get(proposedOfferingId)
  if (!proposed || status !== 'requested') return null
  return <div className="sub">{FILE.proposed(softwareName(proposed))}</div>
}

type EndedForProps = { entry: EntryRow; software: readonly string[]; history: readonly HistoryLine[] }

function EndedFor({ entry: { id, refusal, status }, software, history }: EndedForProps) {
  const { desk } = useOffice()
  if (!refusal) return null
  const removed = status === 'withdrawn'
  const kind = removed ? 'entry.remove' : 'entry.refuse'
  const done = history.find((line) => line.kind === kind && line.entryIds.includes(id))
  const when = done && FILE.endedBy(formatDayTime(done.at, desk.centre.timeZone), done.operatorName)
  return (
    <div className="sub">
      {removed ? FILE.removedFor : FILE.refusedFor}
      {when}
      {'\u00a0: '}
      {sayReason(refusal.reason, software)}
      {refusal.text ? ` — ${refusal.text}` : ''}
    </div>
  )
}
