import type { WorkingCalendar } from '../../domain/calendar.ts'
import type { LocalDate } from '../../domain/time.ts'
import { Button } from '../../kit/button.tsx'
import { CLOSED_DAYS, sayPeriod } from '../../text/screens/closed-days.ts'
import { closedPeriods } from './year-calendar.ts'

type ClosedPeriodsProps = {
  year: number
  calendar: WorkingCalendar
  /** Null: only read. */
  reopen: ((days: readonly LocalDate[]) => void) | null
}

/** The closed days of the year in words: what the calendar shows, for who reads better than they look. */
export function ClosedPeriods({ year, calendar, reopen }: ClosedPeriodsProps) {
  const periods = closedPeriods(year, calendar)
  return (
    <section className="periods">
      <h3>{CLOSED_DAYS.list(year)}</h3>
      {periods.length === 0 ? <p className="muted">{CLOSED_DAYS.none}</p> : null}
      <ul>
        {periods.map(({ from, to, days }) => (
          <li key={from}>
            <span>{sayPeriod(from, to)}</span>
            <span className="sub">{CLOSED_DAYS.days(days.length)}</span>
            {reopen ? (
              <Button tone="link" small label={CLOSED_DAYS.reopenOf(sayPeriod(from, to))} onPress={() => reopen(days)}>
                {CLOSED_DAYS.reopen}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
