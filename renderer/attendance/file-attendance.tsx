import type { RequestRow } from '../../contract/desk.ts'
import type { AttendanceRow } from '../../contract/desk-attendance.ts'
import { toLocalDate } from '../../domain/time.ts'
import { StatusTag } from '../../kit/status-tag.tsx'
import { formatDay, formatLastingMoment } from '../../text/format.ts'
import { ATTENDANCE } from '../../text/screens/attendance.ts'
import { useRows } from '../api.ts'
import { useOffice } from '../frame/office.tsx'
import './attendance.css'
import { AttendanceTag } from './attendance-table.tsx'
import { AttestationButton } from './attestation-cell.tsx'

/** Whether the candidate came, exam by exam of this request, with the attestation that says so. Nothing before the day of a sitting. */
export function FileAttendance({ request: { id, sessionId, candidateId } }: { request: RequestRow }) {
  const { desk } = useOffice()
  const today = toLocalDate(desk.now, desk.centre.timeZone)
  const rows = useRows('attendance.of', { sessionId, candidateId }).data ?? []
  const shown = rows.filter(({ requestId, heldOn, mark }) => requestId === id && (heldOn <= today || mark !== null))
  if (shown.length === 0) return null
  return (
    <section className="file-attendance">
      <h3>{ATTENDANCE.section}</h3>
      <ul>
        {shown.map((row) => (
          <li key={`${row.entryId} ${row.sittingId}`}>
            <div>
              <p>
                {ATTENDANCE.sitting(row.examCode, formatDay(row.heldOn))} <AttendanceTag mark={row.mark} />
              </p>
              <Noted row={row} />
            </div>
            <AttestationButton row={row} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Noted({ row: { mark, attestation } }: { row: AttendanceRow }) {
  const { desk } = useOffice()
  const when = (instant: string) => formatLastingMoment(instant, desk.now, desk.centre.timeZone)
  const { issued, state } = attestation
  return (
    <>
      {mark ? (
        <p className="sub">
          {ATTENDANCE.noted(when(mark.markedAt), mark.markedBy)}
          {mark.pending ? `, ${ATTENDANCE.toTransmit}` : ''}
        </p>
      ) : null}
      {issued ? (
        <p className="sub">{ATTENDANCE.issued({ ...issued, when: when(issued.issuedAt), who: issued.issuedBy })}</p>
      ) : null}
      {state === 'outdated' ? (
        <StatusTag tone="due" icon="alert">
          {ATTENDANCE.out}
        </StatusTag>
      ) : null}
    </>
  )
}
