import type { EntryRow, OfferingRow, RequestRow } from '../../contract/desk.ts'
import { freeSeats } from '../../domain/seats.ts'
import { REFUSAL_REASON_WORDS } from '../../text/fr.ts'
import { FILE } from '../../text/screens/request-file.ts'
import { REQUESTS } from '../../text/screens/requests.ts'
import { alternativesTo, type Seats, softwareName } from './feasibility.ts'

/** The exams asked for, each with its software and the seats left beside it. */
export function FileEntries({ request, seats }: { request: RequestRow; seats: Seats }) {
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
                <EndedFor entry={entry} />
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
      </div>
      {offering.pending ? <div className="sub">{FILE.estimate}</div> : null}
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

function EndedFor({ entry: { refusal, status } }: { entry: EntryRow }) {
  if (!refusal) return null
  return (
    <div className="sub">
      {status === 'withdrawn' ? FILE.removedFor : FILE.refusedFor}
      {'\u00a0: '}
      {REFUSAL_REASON_WORDS[refusal.reason]}
      {refusal.text ? ` — ${refusal.text}` : ''}
    </div>
  )
}
