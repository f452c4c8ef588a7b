import type { HistoryLine } from '../../contract/desk.ts'
import { formatDayTime } from '../../text/format.ts'
import { sayHistory } from '../../text/screens/history.ts'
import { FILE } from '../../text/screens/request-file.ts'
import { useOffice } from '../frame/office.tsx'

/** What happened to a request, oldest first: who, when, what. */
export function FileHistory({ lines }: { lines: readonly HistoryLine[] }) {
  const { desk } = useOffice()
  return (
    <section>
      <h3>{FILE.history}</h3>
      {lines.length === 0 ? <p className="sub">{FILE.historyEmpty}</p> : null}
      <ol className="tl">
        {lines.map((line) => {
          const { title, more } = sayHistory(line)
          return (
            <li key={line.id}>
              <b>{title}</b>
              {more ? `\u00a0: ${more}` : ''} — {line.operatorName ? `${line.operatorName}, ` : ''}
              {formatDayTime(line.at, desk.centre.timeZone)}
              {line.text ? <blockquote>{line.text}</blockquote> : null}
              {line.pending ? <span className="sub"> · {FILE.toTransmit}</span> : null}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
