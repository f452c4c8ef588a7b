import type { RequestRow } from '../../contract/desk.ts'
import type { RequestChange } from '../../domain/candidate.ts'
import { sayValue, sayWhatChanged } from '../../text/changes-of-request.ts'
import { formatDateTime } from '../../text/format.ts'
import { CHANGES } from '../../text/screens/request-changes.ts'
import { useOffice } from '../frame/office.tsx'

/** What the candidate changed since the request was sent, before and after: the latest version first, those before it folded away. */
export function FileChanges({ request }: { request: RequestRow }) {
  const { desk } = useOffice()
  const { version, changes } = request
  const [latest, ...earlier] = [...Map.groupBy(changes, (change) => change.version)].reverse()
  const at = changes.at(-1)?.at
  if (!latest || at === undefined) return null
  const moment = (instant: string) => formatDateTime(instant, desk.centre.timeZone)
  return (
    <section className="changes">
      <h3>{CHANGES.title}</h3>
      <p>{CHANGES.version(version, moment(at))}</p>
      <ChangeList changes={latest[1]} request={request} />
      {earlier.length > 0 ? (
        <details>
          <summary>{CHANGES.earlier}</summary>
          {earlier.map(([number, made]) => (
            <div key={number}>
              <p className="sub">{CHANGES.ofVersion(number, moment(made[0]?.at ?? at))}</p>
              <ChangeList changes={made} request={request} />
            </div>
          ))}
        </details>
      ) : null}
    </section>
  )
}

function ChangeList({ changes, request: { entries } }: { changes: readonly RequestChange[]; request: RequestRow }) {
  const codeOf = (examId: string | null) =>
    examId === null ? null : (entries.find((entry) => entry.examId === examId)?.examCode ?? null)
  return (
    <dl>
      {changes.map(({ what, examId, before, after }) => (
        <div key={`${what} ${examId}`} className="line">
          <dt>{sayWhatChanged(what, codeOf(examId))}</dt>
          <dd>
            <span className="visually-hidden">{CHANGES.before} </span>
            <s className="struck">{sayValue(before)}</s>
            <br />
            <span className="visually-hidden">{CHANGES.after} </span>
            {sayValue(after)}
          </dd>
        </div>
      ))}
    </dl>
  )
}
