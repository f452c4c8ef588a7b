import { formatDay, formatDayLong } from '../../text/format.ts'
import { SESSION } from '../../text/screens/session.ts'
import { useOffice } from '../frame/office.tsx'
import { sayRegistrationWindow } from '../frame/session-window.ts'
import { keyDates } from './key-dates.ts'

/** The dates of the session in a line, with today among them. */
export function KeyDatesLine() {
  const { desk, session } = useOffice()
  const exams = desk.exams.filter(({ sessionId }) => sessionId === session.id)
  const registration = sayRegistrationWindow(exams, desk)
  return (
    <section className="card key-dates" aria-labelledby="key-dates">
      <header>
        <h2 id="key-dates">{SESSION.dates}</h2>
        {registration ? <p className="sub">{registration}</p> : null}
      </header>
      <ol>
        {keyDates(session, exams, desk).map(({ on, kind, when }) => (
          <li key={`${on}-${kind}`} className={when}>
            <i aria-hidden="true" />
            <time dateTime={on} title={formatDayLong(on)}>
              {formatDay(on)}
            </time>
            <span>{SESSION[kind]}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
