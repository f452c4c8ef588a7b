import type { OfferingRow } from '../../contract/desk.ts'
import { freeSeats } from '../../domain/seats.ts'
import { StatusTag } from '../../kit/status-tag.tsx'
import { formatDay } from '../../text/format.ts'
import { SEATS } from '../../text/screens/seats.ts'
import { SeatsEditor } from './seats-editor.tsx'

type OfferingLineProps = {
  offering: OfferingRow
  /** Another screen asked for it: its number of seats takes the keyboard, once. */
  shown: boolean
  onShown: () => void
}

/** One offering: the software as the candidate sees it, its seats as a bar, who waits for one. */
export function OfferingLine({ offering, shown, onShown }: OfferingLineProps) {
  const { seats, used, confirmed, waiting, open, pending, sittingDates } = offering
  const held = used - confirmed
  // Of a closed offering no seat can be given.
  const free = open ? freeSeats(seats, used) : 0
  // Lowered elsewhere below what is used: the bar then shows all that is used.
  const whole = Math.max(1, seats, used)
  const label = offering.software.join(', ') || SEATS.noSoftware
  const words = [
    SEATS.confirmed(confirmed),
    SEATS.held(held),
    used > seats ? SEATS.overfull(used - seats) : leftWords(open, free),
  ].join(', ')
  const drawn = (line: HTMLElement | null) => {
    if (!line || !shown) return
    line.scrollIntoView({ block: 'center' })
    line.querySelector('input')?.focus()
    onShown()
  }
  return (
    <div className="offering" ref={drawn}>
      <div className="what">
        <h3>{label}</h3>
        <p className="sub">
          {sittingDates.length > 0 ? SEATS.dates(sittingDates.map(formatDay).join(', ')) : SEATS.noDate}
        </p>
      </div>
      <div className="fill">
        <div className="meter" aria-hidden="true">
          <i style={{ width: `${(100 * confirmed) / whole}%` }} />
          <i className="held" style={{ width: `${(100 * held) / whole}%` }} />
        </div>
        <p className="sub">
          {words}
          {pending ? ` · ${SEATS.estimate.toLowerCase()}` : ''}
        </p>
      </div>
      <b className={open && free === 0 ? 'count no' : 'count'}>
        <span aria-hidden="true">{open ? `${free} / ${seats}` : '—'}</span>
      </b>
      <div className="queue">
        {open ? null : (
          <StatusTag tone="calm" icon="cross">
            {SEATS.closed}
          </StatusTag>
        )}
        {waiting > 0 ? (
          <StatusTag tone={free < waiting ? 'stop' : 'wait'} icon="clock">
            {SEATS.waiting(waiting)}
          </StatusTag>
        ) : (
          <span className="sub">{SEATS.none}</span>
        )}
      </div>
      <SeatsEditor key={seats} offering={offering} label={label} />
    </div>
  )
}

function leftWords(open: boolean, free: number): string {
  if (!open) return SEATS.closed.toLowerCase()
  return free === 0 ? SEATS.full : SEATS.free(free)
}
