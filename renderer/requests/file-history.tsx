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
        {joinExams(lines).map((line) => {
          const { title, more } = sayHistory(line)
          return (
            <li key={`${line.at} ${line.kind} ${JSON.stringify(line.detail)}`}>
              <b>{title}</b>
              {more ? `\u00a0: ${more}` : ''} — {line.operatorName ? `${line.operatorName}, ` : ''}
              {formatDayTime(line.at, desk.centre.timeZone)}
              {line.pending ? <span className="sub"> · {FILE.toTransmit}</span> : null}
            </li>
          )
        })}
      </ol>
    </section>
  )
}

/** One act on several exams is told once. */
function joinExams(lines: readonly HistoryLine[]): HistoryLine[] {
  const told: HistoryLine[] = []
  for (const line of lines) {
    const same = told.find(
      ({ at, kind, detail }) => at === line.at && kind === line.kind && detail.exam && line.detail.exam,
    )
    if (same) same.detail = { ...same.detail, exam: `${same.detail.exam}, ${line.detail.exam}` }
    else told.push({ ...line })
  }
  return told
}
