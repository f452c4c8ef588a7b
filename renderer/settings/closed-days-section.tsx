import { useState } from 'react'
import { toLocalDate } from '../../domain/time.ts'
import { Button } from '../../kit/button.tsx'
import { Tick } from '../../kit/fields.tsx'
import { Notice } from '../../kit/status-tag.tsx'
import { CLOSED_DAYS, type DayKind } from '../../text/screens/closed-days.ts'
import { SETTINGS } from '../../text/screens/settings.ts'
import { useOffice } from '../frame/office.tsx'
import { HelpButton } from '../help/help-button.tsx'
import { ClosedPeriods } from './closed-periods.tsx'
import { DeadlineReadings, sayExample } from './deadline-readings.tsx'
import { useClosedDays } from './use-closed-days.ts'
import { pressDay } from './year-calendar.ts'
import { YearTable } from './year-table.tsx'

const KINDS: readonly DayKind[] = ['closed', 'holiday', 'worked', 'weekend']

/** Jours fermés et délai: the year of the centre, and what it does to a deadline, seen before it is saved. */
export function ClosedDaysSection() {
  const { desk } = useOffice()
  const { centre, now } = desk
  const today = toLocalDate(now, centre.timeZone)
  const { days, calendar, change, notAllowed, touched, why, moved, startAgain, save } = useClosedDays()
  const start = { calendar, now, timeZone: centre.timeZone }
  const [year, setYear] = useState(Number(today.slice(0, 4)))
  const mayChange = notAllowed === null
  const hasLocalLaw = centre.territory === 'mainland' || days.goodFriday || days.boxingDay
  return (
    <div className="card settings-card wide">
      {notAllowed ? (
        <Notice tone="calm" icon="person">
          {notAllowed} {SETTINGS.managerOnly}
        </Notice>
      ) : null}
      <p className="muted">
        {CLOSED_DAYS.intro} <HelpButton page="jours-fermes" />
      </p>
      {moved ? (
        <Notice tone="wait" icon="review">
          <b>{CLOSED_DAYS.movedTitle}</b>{' '}
          <Button small onPress={startAgain}>
            {SETTINGS.startAgain}
          </Button>
        </Notice>
      ) : null}
      {mayChange ? <p className="hint">{CLOSED_DAYS.keys}</p> : null}
      <YearTable
        year={year}
        setYear={setYear}
        today={today}
        calendar={calendar}
        press={mayChange ? (on, anchor) => change(pressDay(on, anchor, calendar)) : null}
      />
      <ul className="day-legend">
        {KINDS.map((kind) => (
          <li key={kind}>
            <span className={`cal-day ${kind}`} aria-hidden="true">
              12
            </span>
            {CLOSED_DAYS.legend[kind]}
          </li>
        ))}
      </ul>
      <ClosedPeriods
        year={year}
        calendar={calendar}
        reopen={
          mayChange
            ? (reopened) => change({ closedDays: days.closedDays.filter((day) => !reopened.includes(day)) })
            : null
        }
      />
      <DeadlineReadings
        reading={days.deadlineReading}
        choose={mayChange ? (deadlineReading) => change({ deadlineReading }) : null}
        start={start}
      />
      {hasLocalLaw && mayChange ? (
        <div className="field">
          <span className="label">{CLOSED_DAYS.local}</span>
          <Tick id="good-friday" checked={days.goodFriday} onChange={(goodFriday) => change({ goodFriday })}>
            {CLOSED_DAYS.goodFriday}
          </Tick>
          <Tick id="boxing-day" checked={days.boxingDay} onChange={(boxingDay) => change({ boxingDay })}>
            {CLOSED_DAYS.boxingDay}
          </Tick>
          <p className="hint">{CLOSED_DAYS.localHint}</p>
        </div>
      ) : null}
      {mayChange ? (
        <div className="settings-save">
          <Button tone="primary" reason={why} onPress={() => void save()}>
            {SETTINGS.save}
          </Button>
          {touched ? (
            <Button tone="quiet" onPress={startAgain}>
              {SETTINGS.startAgain}
            </Button>
          ) : null}
          {/* Beside the button, so that what a day does to a deadline is in sight wherever the calendar is. */}
          <p className="muted" role="status">
            {sayExample(start, days.deadlineReading)}
          </p>
        </div>
      ) : null}
    </div>
  )
}
