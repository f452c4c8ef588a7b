import { useEffect, useRef } from 'react'
import type { SittingRow } from '../../contract/desk.ts'
import type { AttendanceRow } from '../../contract/desk-attendance.ts'
import { Button } from '../../kit/button.tsx'
import { Icon } from '../../kit/icons.tsx'
import { formatDay } from '../../text/format.ts'
import { ATTENDANCE, sayAttendance } from '../../text/screens/attendance.ts'
import { CANDIDATE } from '../../text/screens/candidate.ts'
import { FRAME } from '../../text/screens/frame.ts'
import { sayHour } from '../../text/screens/seats.ts'
import { useRows } from '../api.ts'
import { type Screen, useOffice } from '../frame/office.tsx'
import { whyNotAllowed } from '../frame/why-not-allowed.ts'
import { HelpButton } from '../help/help-button.tsx'
import { useShortcuts } from '../shortcuts/use-shortcuts.ts'
import { EmptyState, ErrorState, Loading } from '../ui/empty-state.tsx'
import './attendance.css'
import { AttendanceTable } from './attendance-table.tsx'
import { AttestationsBar } from './attestations-bar.tsx'
import { useMarkAttendance } from './use-mark-attendance.ts'
import { whyNotYet } from './why-not-yet.ts'

type AttendancePageProps = {
  sitting: SittingRow
  /** Where one goes back. */
  screen: Screen
  close: () => void
}

/** Who came to a sitting, noted from the signed sheet, line by line; and the attestations that say so. */
export function AttendancePage({ sitting, screen, close }: AttendancePageProps) {
  const rows = useRows('attendance.list', { sittingId: sitting.id })
  const title = useRef<HTMLHeadingElement>(null)
  useShortcuts([
    { keys: ['Escape', 'Alt+ArrowLeft'], words: CANDIDATE.backTo(FRAME[screen]), group: ATTENDANCE.group, run: close },
  ])
  useEffect(() => title.current?.focus(), [])
  const { examCode, examLabel, heldOn, startsAtLocal, room } = sitting
  return (
    <div className="attendance">
      <div className="head">
        <Button tone="quiet" onPress={close}>
          <Icon name="back" size={14} />
          {CANDIDATE.backTo(FRAME[screen])}
        </Button>
        <h1 tabIndex={-1} ref={title}>
          {ATTENDANCE.title(examCode, formatDay(heldOn))}
        </h1>
        <HelpButton page="presences" />
        <p>{[examLabel, sayHour(startsAtLocal), room].filter((one) => one.trim() !== '').join(', ')}</p>
      </div>
      {rows.isError ? <ErrorState retry={() => void rows.refetch()} /> : null}
      {rows.isPending ? <Loading /> : null}
      {rows.data === null || rows.data?.length === 0 ? (
        <div className="card">
          <EmptyState icon="person" title={rows.data ? ATTENDANCE.nobody : ATTENDANCE.gone} text={ATTENDANCE.text} />
        </div>
      ) : null}
      {rows.data && rows.data.length > 0 ? <Sheet sitting={sitting} rows={rows.data} /> : null}
    </div>
  )
}

function Sheet({ sitting, rows }: { sitting: SittingRow; rows: readonly AttendanceRow[] }) {
  const { desk } = useOffice()
  const notAllowed = whyNotAllowed(desk, 'attendance.mark') ?? whyNotYet(desk, sitting)
  const mark = useMarkAttendance(sitting.id)
  const left = rows.filter((row) => !row.mark?.attendance)
  const count = (attendance: 'present' | 'absent') => rows.filter((row) => row.mark?.attendance === attendance).length
  return (
    <section className="card" aria-labelledby="who-came">
      <header className="lists-head">
        <div>
          <h2 id="who-came">
            <span role="status">
              {sayAttendance({ present: count('present'), absent: count('absent'), total: rows.length })}
            </span>
          </h2>
          <p className="sub">{notAllowed ?? ATTENDANCE.text}</p>
        </div>
        <div className="end">
          <Button
            reason={notAllowed ?? (left.length === 0 ? ATTENDANCE.allPresentReason : null)}
            onPress={() => void mark(left, 'present', { say: true })}
          >
            {ATTENDANCE.allPresent}
          </Button>
          <AttestationsBar sitting={sitting} rows={rows} />
        </div>
      </header>
      <AttendanceTable rows={rows} notAllowed={notAllowed} mark={(row, attendance) => void mark([row], attendance)} />
    </section>
  )
}
