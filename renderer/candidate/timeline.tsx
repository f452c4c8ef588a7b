import type { HistoryLine } from '../../contract/desk.ts'
import { addDays, type LocalDate, toLocalDate } from '../../domain/time.ts'
import { isOneOf } from '../../kit/accepts.ts'
import { Chip } from '../../kit/chip.tsx'
import { useKept } from '../../kit/kept.ts'
import { formatDayFrom, formatTime, NBSP } from '../../text/format.ts'
import {
  CANDIDATE,
  TIMELINE_FILTER_WORDS,
  TIMELINE_FILTERS,
  type TimelineFilter,
} from '../../text/screens/candidate.ts'
import { sayHistory } from '../../text/screens/history.ts'
import { useOffice } from '../frame/office.tsx'
import { byDay, isOfSort } from './timeline-days.ts'

const isFilter = isOneOf(...TIMELINE_FILTERS)

/** Everything that happened, whatever the session: the latest first, by day, with who and when. */
export function Timeline({ lines }: { lines: readonly HistoryLine[] }) {
  const { desk } = useOffice()
  const [filter, setFilter] = useKept<TimelineFilter>('candidate.timeline', 'all', isFilter)
  const { timeZone } = desk.centre
  const today = toLocalDate(desk.now, timeZone)
  const shown = lines.filter((line) => isOfSort(line, filter))
  return (
    <section className="card timeline" aria-labelledby="timeline">
      <h2 id="timeline">{CANDIDATE.timeline}</h2>
      <fieldset className="chips" aria-label={CANDIDATE.show}>
        {TIMELINE_FILTERS.map((one) => (
          <Chip key={one} on={filter === one} onPress={() => setFilter(one)}>
            {TIMELINE_FILTER_WORDS[one]} <b>{lines.filter((line) => isOfSort(line, one)).length}</b>
          </Chip>
        ))}
      </fieldset>
      {shown.length === 0 ? <p className="sub">{CANDIDATE.timelineEmpty}</p> : null}
      {byDay(shown, timeZone).map(([day, ofDay]) => (
        <div key={day} className="day">
          <h3>{sayDay(day, today)}</h3>
          <ol className="tl">
            {ofDay.map((line) => (
              <TimelineLine key={line.id} line={line} timeZone={timeZone} />
            ))}
          </ol>
        </div>
      ))}
    </section>
  )
}

function TimelineLine({ line, timeZone }: { line: HistoryLine; timeZone: string }) {
  const { desk, session } = useOffice()
  const { title, more } = sayHistory(line)
  // What is about the session shown needs no saying.
  const elsewhere =
    line.sessionId === null || line.sessionId === session.id
      ? null
      : (desk.sessions.find(({ id }) => id === line.sessionId)?.label ?? null)
  return (
    <li>
      <b>{title}</b>
      {more ? `${NBSP}: ${more}` : ''}
      {line.text ? <blockquote>{line.text}</blockquote> : null}
      <div className="sub">
        {[formatTime(line.at, timeZone), line.operatorName, elsewhere, line.pending && CANDIDATE.toTransmit]
          .filter(Boolean)
          .join(' · ')}
      </div>
    </li>
  )
}

function sayDay(day: LocalDate, today: LocalDate): string {
  if (day === today) return CANDIDATE.today
  return day === addDays(today, -1) ? CANDIDATE.yesterday : formatDayFrom(day, today)
}
