import { useMemo } from 'react'
import type { EntryRow, RequestRow } from '../../contract/desk.ts'
import { freeSeats } from '../../domain/seats.ts'
import { sayRefusal } from '../../text/fr.ts'
import { REQUESTS, WHY_NOT_WORDS } from '../../text/screens/requests.ts'
import { useOffice } from '../frame/office.tsx'
import { type Answer, alternativesTo, judgePrevalidation, type Seats, waitingEntries } from './feasibility.ts'

type PossibleCellProps = { request: RequestRow; seats: Seats; shortCodes: ReadonlyMap<string, string> }

/** Whether a request could be pre-validated, with the seats left, before any click. */
export function PossibleCell({ request, seats, shortCodes }: PossibleCellProps) {
  const { desk } = useOffice()
  const waiting = useMemo(() => waitingEntries(request), [request])
  const answer = useMemo(() => judgePrevalidation(desk, seats, waiting), [desk, seats, waiting])
  const short = (code: string) => shortCodes.get(code) ?? code
  if (waiting.length === 0) {
    const held = request.entries.filter(({ status }) => status === 'prevalidated').length
    return <span className="sub">{held > 0 ? REQUESTS.seatHeld(held) : '—'}</span>
  }
  if (answer.ok)
    return (
      <>
        <span className="ok">{REQUESTS.yes}</span>
        <div className="sub">
          {waiting
            .map((entry) => seatsLeft(entry, seats, short))
            .filter(Boolean)
            .join(' · ')}
        </div>
      </>
    )
  const possible = waiting.filter((entry) => judgePrevalidation(desk, seats, [entry]).ok)
  const others = answer.offering ? alternativesTo(answer.offering, seats) : []
  return (
    <>
      <span className="no">{REQUESTS.no(whyNot(answer, waiting.length > 1 ? short : null))}</span>
      {possible.length > 0 && possible.length < waiting.length ? (
        <div className="sub">{REQUESTS.partly(possible.map(({ examCode }) => short(examCode)).join(', '))}</div>
      ) : null}
      {others.map(({ software, free }) => (
        <div key={software} className="sub">
          {REQUESTS.freeInstead(software, free)}
        </div>
      ))}
    </>
  )
}

function whyNot(
  { refusal, examCode }: Extract<Answer, { ok: false }>,
  short: ((code: string) => string) | null,
): string {
  const words = WHY_NOT_WORDS[refusal.code] ?? sayRefusal(refusal)
  return short && examCode ? `${words} (${short(examCode)})` : words
}

function seatsLeft(entry: EntryRow, seats: Seats, short: (code: string) => string): string | null {
  const offering = entry.offeringId ? seats.offerings.get(entry.offeringId) : undefined
  return offering
    ? REQUESTS.freeOf(short(entry.examCode), freeSeats(offering.seats, offering.used), offering.seats)
    : null
}
