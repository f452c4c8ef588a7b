import type { OfferingRow } from '../../contract/desk.ts'
import { freeSeats } from '../../domain/seats.ts'
import { StatusTag } from '../../kit/status-tag.tsx'
import { STEP_PLACE } from '../../text/pages/register.ts'
import { CANDIDATES_READ } from '../../text/screens/seats.ts'

/** The software list as HQ's pages show it to candidates, in the very words of those pages. */
export function CandidatesRead({ offerings }: { offerings: readonly OfferingRow[] }) {
  const open = offerings.filter((offering) => offering.open)
  if (open.length === 0) return null
  return (
    <details className="card candidates-read">
      <summary>{CANDIDATES_READ.title}</summary>
      <p className="sub">{CANDIDATES_READ.text}</p>
      <ul>
        {open.map(({ id, examCode, software, seats, used }) => (
          <li key={id}>
            <span className="ex">{examCode}</span>
            <span>{software.join(', ') || STEP_PLACE.noSoftware}</span>
            {freeSeats(seats, used) > 0 ? (
              <StatusTag tone="go" icon="check">
                {STEP_PLACE.freeSeat}
              </StatusTag>
            ) : (
              <StatusTag tone="wait" icon="clock">
                {STEP_PLACE.queue}
              </StatusTag>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
