import type { OfferingRow } from '../../contract/desk.ts'
import { freeSeats } from '../../domain/seats.ts'
import { Button } from '../../kit/button.tsx'
import { Icon } from '../../kit/icons.tsx'
import { StatusTag } from '../../kit/status-tag.tsx'
import { formatDay } from '../../text/format.ts'
import { OFFERING, SEATS } from '../../text/screens/seats.ts'
import { OfferingDetail } from './offering-detail.tsx'
import { softwareLabel } from './offering-label.ts'
import { Seats } from './seats-editor.tsx'

type OfferingLineProps = {
  offering: OfferingRow
  /** Another screen asked for it: its number of seats takes the keyboard, once. */
  shown: boolean
  onShown: () => void
  /** Its detail is open below it. */
  expanded: boolean
  onToggle: () => void
}

/** One offering: the software as the candidate sees it, its seats as a bar, who waits for one; below, its detail. */
export function OfferingLine({ offering, shown, onShown, expanded, onToggle }: OfferingLineProps) {
  const { seats, used, open, changing, sittingDates } = offering
  const label = softwareLabel(offering)
  const free = freeSeats(seats, used)
  const drawn = (line: HTMLElement | null) => {
    if (!line || !shown) return
    line.scrollIntoView({ block: 'center' })
    line.querySelector('input')?.focus()
    onShown()
  }
  return (
    <div className={open ? 'offering' : 'offering shut'} ref={drawn}>
      <div className="what">
        <h3>{label}</h3>
        <p className="sub">
          {sittingDates.length > 0 ? SEATS.dates([...new Set(sittingDates)].map(formatDay).join(', ')) : SEATS.noDate}
        </p>
        {changing ? <p className="sub on-its-way">{SEATS.toTransmit}</p> : null}
      </div>
      <SeatsBar offering={offering} />
      <b className={open && free === 0 ? 'count no' : 'count'} aria-hidden="true">
        {open ? SEATS.freeOf(free, seats) : '—'}
      </b>
      <QueueTag offering={offering} />
      <Seats offering={offering} label={label} />
      <Button small tone="quiet" label={OFFERING.detailOf(label)} expanded={expanded} onPress={onToggle}>
        {OFFERING.detail}
        <Icon name="chevron" size={14} />
      </Button>
      {expanded ? <OfferingDetail offering={offering} label={label} /> : null}
    </div>
  )
}

/** What is taken, held and left: as a bar for the eye, in words for everyone. */
function SeatsBar({ offering }: { offering: OfferingRow }) {
  const { seats, used, confirmed, open, pending, changing } = offering
  const held = used - confirmed
  // Lowered elsewhere below what is used: the bar then shows all that is used.
  const whole = Math.max(1, seats, used)
  const left = used > seats ? SEATS.overfull(used - seats) : open ? leftWords(freeSeats(seats, used)) : null
  const taken = [
    confirmed > 0 && SEATS.confirmed(confirmed),
    held > 0 && SEATS.held(held),
    used === 0 && SEATS.noneTaken,
  ]
  const words = [...taken, left].filter(Boolean).join(', ')
  return (
    <div className="fill">
      <div className="meter" aria-hidden="true">
        <i style={{ width: `${(100 * confirmed) / whole}%` }} />
        <i className="held" style={{ width: `${(100 * held) / whole}%` }} />
      </div>
      <p className="sub">
        {words}
        {pending && !changing ? ` · ${SEATS.estimate.toLowerCase()}` : ''}
      </p>
    </div>
  )
}

function QueueTag({ offering: { open, waiting, seats, used } }: { offering: OfferingRow }) {
  const free = open ? freeSeats(seats, used) : 0
  return (
    <div className="queue">
      {open ? null : (
        <StatusTag tone="calm" icon="cross">
          {SEATS.closed}
        </StatusTag>
      )}
      {waiting > 0 ? (
        <StatusTag tone={free < waiting ? 'stop' : 'wait'} icon="clock">
          {open && free === 0 ? SEATS.fullWaiting(waiting) : SEATS.waiting(waiting)}
        </StatusTag>
      ) : (
        <span className="sub">{SEATS.none}</span>
      )}
    </div>
  )
}

function leftWords(free: number): string {
  return free === 0 ? SEATS.full : SEATS.free(free)
}
