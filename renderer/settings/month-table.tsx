import type { LocalDate } from '../../domain/time.ts'
import { DAY_INITIALS, DAY_NAMES, MONTH_NAMES, sayDay } from '../../text/screens/closed-days.ts'
import type { Day, Month } from './year-calendar.ts'

type MonthTableProps = {
  month: Month
  /** The day that has the keyboard. */
  active: LocalDate
  today: LocalDate
  /** What Shift has stretched so far. */
  period: readonly [LocalDate, LocalDate] | null
  readOnly: boolean
}

/** One month as a table of weeks; each day is a button that says in words what it is. */
export function MonthTable({ month: { first, weeks }, active, today, period, readOnly }: MonthTableProps) {
  const name = MONTH_NAMES[Number(first.slice(5, 7)) - 1]
  return (
    <table className="month">
      <caption>{name}</caption>
      <thead>
        <tr>
          {DAY_NAMES.map((day, at) => (
            <th key={day} scope="col" abbr={day}>
              {DAY_INITIALS[at]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the weeks of a month never move
          <tr key={at}>
            {week.map((day, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: nor do the days of a week
              <td key={column}>
                {day ? (
                  <DayButton
                    day={day}
                    active={day.on === active}
                    today={day.on === today}
                    inPeriod={period !== null && period[0] <= day.on && day.on <= period[1]}
                    readOnly={readOnly}
                  />
                ) : null}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type DayButtonProps = { day: Day; active: boolean; today: boolean; inPeriod: boolean; readOnly: boolean }

function DayButton({ day: { on, kind, holiday }, active, today, inPeriod, readOnly }: DayButtonProps) {
  const words = sayDay(on, kind, holiday)
  return (
    <button
      type="button"
      className={`cal-day ${kind}${inPeriod ? ' in-period' : ''}`}
      data-on={on}
      tabIndex={active ? 0 : -1}
      aria-pressed={kind === 'closed' || kind === 'holiday'}
      aria-current={today ? 'date' : undefined}
      aria-disabled={readOnly || kind === 'weekend' || undefined}
      title={kind === 'open' || kind === 'weekend' ? undefined : words}
    >
      <span aria-hidden="true">{Number(on.slice(8))}</span>
      <span className="visually-hidden">{words}</span>
    </button>
  )
}
