import { useMemo } from 'react'
import type { RequestRow } from '../../contract/desk.ts'
import { Icon } from '../../kit/icons.tsx'
import { REQUESTS } from '../../text/screens/requests.ts'
import { useOffice } from '../frame/office.tsx'
import type { Seats } from './feasibility.ts'
import { sayFeasibility } from './say-feasibility.ts'

type PossibleCellProps = { request: RequestRow; seats: Seats; shortCodes: ReadonlyMap<string, string> }

/** Whether a request could be pre-validated, with the seats left, before any click: short for the eye, whole when read out. */
export function PossibleCell({ request, seats, shortCodes }: PossibleCellProps) {
  const { desk } = useOffice()
  const said = useMemo(
    () => sayFeasibility(desk, seats, request, (code) => shortCodes.get(code) ?? code),
    [desk, seats, request, shortCodes],
  )
  if (!said) {
    const held = request.entries.filter(({ status }) => status === 'prevalidated').length
    return <span className="sub">{held > 0 ? REQUESTS.seatHeld(held) : '—'}</span>
  }
  const whole = said.estimate ? `${said.sentence} (${REQUESTS.estimateSaid})` : said.sentence
  return (
    <div className="feasibility" title={whole}>
      <span className="visually-hidden">{whole}</span>
      <div aria-hidden="true">
        <span className={said.tone}>{said.head}</span>
        {said.lines.map((line) => (
          <div key={line} className="sub">
            {line}
          </div>
        ))}
        {/* In the margin: for as long as HQ has not answered, and nothing below may move by it. */}
        {said.estimate ? <Icon name="clock" size={12} /> : null}
      </div>
    </div>
  )
}
