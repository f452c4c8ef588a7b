import type { OfferingRow } from '../../contract/desk.ts'
import type { SessionSum } from '../../contract/desk-session.ts'
import { Button } from '../../kit/button.tsx'
import { SEATS } from '../../text/screens/seats.ts'
import { SESSION } from '../../text/screens/session.ts'
import { useOffice } from '../frame/office.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { longestOf, type ProgressLine, progressLines } from './progress-lines.ts'

type ProgressFigureProps = { offerings: readonly OfferingRow[]; sum: SessionSum }

/**
 * The state of the session in one picture that is also a table: each line has its bar for the eye, and its numbers for everyone. All bars
 * have one scale, so that lines compare.
 */
export function ProgressFigure({ offerings, sum }: ProgressFigureProps) {
  const { desk, go } = useOffice()
  const { lines, total } = progressLines(offerings, sum.toPlace, desk.exams)
  if (lines.length === 0)
    return (
      <div className="card">
        <EmptyState icon="seats" title={SESSION.progressEmptyTitle} text={SESSION.progressEmptyText}>
          <Button onPress={() => go('seats')}>{SESSION.toSeats}</Button>
        </EmptyState>
      </div>
    )
  const longest = longestOf(lines)
  const shut = lines.reduce((sum, { open, seats }) => sum + (open ? 0 : (seats ?? 0)), 0)
  const { columns } = SESSION
  return (
    <figure className="card progress" aria-labelledby="session-progress">
      <figcaption>
        <h2 id="session-progress">{SESSION.progress}</h2>
        <p className="sub">{SESSION.progressText(sum.requests, sum.candidates)}</p>
        <ul className="legend" aria-hidden="true">
          <li className="confirmed">{columns.confirmed}</li>
          <li className="held">{columns.held}</li>
          <li className="waiting">{columns.waiting}</li>
          <li className="seats-edge">{columns.seats}</li>
        </ul>
      </figcaption>
      <div className="table-box">
        <table className="rows">
          <caption className="visually-hidden">{SESSION.progressCaption}</caption>
          <thead>
            <tr>
              <th scope="col">{columns.offering}</th>
              <td className="bar-head" />
              <th scope="col" className="num">
                {columns.confirmed}
              </th>
              <th scope="col" className="num">
                {columns.held}
              </th>
              <th scope="col" className="num">
                {columns.waiting}
              </th>
              <th scope="col" className="num">
                {columns.seats}
              </th>
              <th scope="col" className="num">
                {columns.free}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.id}>
                <th scope="row">
                  <span className="ex">{line.examCode}</span> {sayLine(line)}
                  {line.open ? null : <small>{SEATS.closed}</small>}
                </th>
                <td className="bar-cell">
                  <Bar line={line} longest={longest} />
                </td>
                <Numbers line={line} />
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">
                {SESSION.total}
                {shut > 0 ? <small className="sub"> {SESSION.totalShut(shut)}</small> : null}
              </th>
              <td />
              <Numbers line={total} />
            </tr>
          </tfoot>
        </table>
      </div>
    </figure>
  )
}

function sayLine({ toPlace, software }: ProgressLine): string {
  return toPlace ? SESSION.toPlace : software.join(', ') || SEATS.noSoftware
}

function Numbers({ line }: { line: Pick<ProgressLine, 'confirmed' | 'held' | 'waiting' | 'seats' | 'free'> }) {
  const { confirmed, held, waiting, seats, free } = line
  return (
    <>
      <td className="num">{confirmed}</td>
      <td className="num">{held}</td>
      <td className="num">{waiting}</td>
      <td className="num">{seats ?? '—'}</td>
      <td className={free !== null && free < waiting ? 'num no' : 'num'}>{free ?? '—'}</td>
    </>
  )
}

/** Validated, to pay, waiting, one after the other; the frame is the seats. */
function Bar({ line: { confirmed, held, waiting, seats }, longest }: { line: ProgressLine; longest: number }) {
  const width = (count: number) => `${(100 * count) / longest}%`
  return (
    <div className="stacked" aria-hidden="true">
      {seats === null ? null : <span className="seats-edge" style={{ width: width(seats) }} />}
      <i className="confirmed" style={{ width: width(confirmed) }} />
      <i className="held" style={{ width: width(held) }} />
      <i className="waiting" style={{ width: width(waiting) }} />
    </div>
  )
}
