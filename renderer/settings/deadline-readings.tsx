import type { WorkingCalendar } from '../../domain/calendar.ts'
import { type DeadlineReading, paymentDeadline } from '../../domain/deadline.ts'
import { Choices } from '../../kit/fields.tsx'
import { formatDeadline, formatDeadlineSteps } from '../../text/format-deadline.ts'
import { CLOSED_DAYS } from '../../text/screens/closed-days.ts'
import { HelpButton } from '../help/help-button.tsx'

const READINGS = ['B', 'A'] as const

/** What a deadline is worked out from: the centre's calendar, and this moment there. */
export type Start = { calendar: WorkingCalendar; now: string; timeZone: string }

type DeadlineReadingsProps = {
  reading: DeadlineReading
  /** Null: only read. */
  choose: ((reading: DeadlineReading) => void) | null
  start: Start
}

/** The two readings of « 72 heures ouvrées », each with what it gives for a request pre-validated at this moment. */
export function DeadlineReadings({ reading, choose, start }: DeadlineReadingsProps) {
  const label = (
    <>
      {CLOSED_DAYS.reading} <HelpButton page="delai-de-reglement" />
    </>
  )
  if (!choose)
    return (
      <div className="field">
        <span className="label">{label}</span>
        <Reading reading={reading} start={start} />
      </div>
    )
  return (
    <Choices
      label={label}
      value={reading}
      options={READINGS.map((value) => ({ value, label: <Reading reading={value} start={start} /> }))}
      onChange={choose}
    />
  )
}

function Reading({ reading, start }: { reading: DeadlineReading; start: Start }) {
  const deadline = deadlineFrom(start, reading)
  return (
    <span className="reading">
      <b>{CLOSED_DAYS.readings[reading]}</b>
      <span className="sub">{CLOSED_DAYS.readingHints[reading]}</span>
      <span>{sayExample(start, reading)}</span>
      {deadline ? <span className="sub">{formatDeadlineSteps(deadline.steps, start.timeZone).join(' ; ')}</span> : null}
    </span>
  )
}

/** « Pré-validée maintenant : à régler jusqu’au jeu. 26 nov. 24 h 00. » */
export function sayExample(start: Start, reading: DeadlineReading): string {
  const deadline = deadlineFrom(start, reading)
  if (!deadline) return CLOSED_DAYS.noExample
  return CLOSED_DAYS.example(formatDeadline({ ...deadline, timeZone: start.timeZone }))
}

function deadlineFrom({ calendar, now, timeZone }: Start, reading: DeadlineReading) {
  return paymentDeadline({ from: now, timeZone, calendar, reading })
}
