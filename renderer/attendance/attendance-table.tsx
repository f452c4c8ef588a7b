import { type KeyboardEvent, useRef, useState } from 'react'
import type { AttendanceRow } from '../../contract/desk-attendance.ts'
import type { Attendance } from '../../domain/attendance.ts'
import { Button } from '../../kit/button.tsx'
import { StatusTag } from '../../kit/status-tag.tsx'
import { formatDate, formatMoment } from '../../text/format.ts'
import { ATTENDANCE, attendanceWord } from '../../text/screens/attendance.ts'
import { CandidateLink } from '../candidate/candidate-link.tsx'
import { useOffice } from '../frame/office.tsx'
import { KeyHint } from '../shortcuts/key-hint.tsx'
import { useShortcuts } from '../shortcuts/use-shortcuts.ts'
import { AttestationCell } from './attestation-cell.tsx'
import { nameOnSheet } from './name-on-sheet.ts'
import { placeAfter } from './place-after.ts'

type AttendanceTableProps = {
  /** In the order of the sheet. */
  rows: readonly AttendanceRow[]
  /** Why nothing can be noted; null when it can. */
  notAllowed: string | null
  mark: (row: AttendanceRow, attendance: Attendance | null) => void
}

/** One line a candidate, as on the signed sheet: arrows walk, P and A note, Suppr takes back. */
export function AttendanceTable({ rows, notAllowed, mark }: AttendanceTableProps) {
  const body = useRef<HTMLTableSectionElement>(null)
  const [active, setActive] = useState(0)
  const { columns, keys, keysHint } = ATTENDANCE
  const lines = () => [...(body.current?.querySelectorAll<HTMLElement>(':scope > tr') ?? [])]
  /** The line in which the focus is. */
  const focused = () => lines().findIndex((line) => line.contains(document.activeElement))
  const onCurrent = (attendance: Attendance | null) => () => {
    const row = rows[focused()]
    if (row && !notAllowed && (row.mark?.attendance ?? null) !== attendance) mark(row, attendance)
  }
  const group = ATTENDANCE.group
  useShortcuts([
    { keys: 'p', words: keys.present, group, run: onCurrent('present') },
    { keys: 'a', words: keys.absent, group, run: onCurrent('absent') },
    { keys: ['Delete', 'Backspace'], words: keys.takeBack, group, run: onCurrent(null) },
    { keys: ['ArrowUp', 'ArrowDown'], words: keys.walk, group, run: null },
  ])
  const onKeyDown = (event: KeyboardEvent) => {
    const to = placeAfter(event.key, focused(), rows.length)
    if (to === null) return
    event.preventDefault()
    setActive(to)
    lines()[to]?.focus()
  }
  return (
    <>
      <p className="sub keys-line" aria-hidden="true">
        <KeyHint keys="p" /> {keysHint.present} <KeyHint keys="a" /> {keysHint.absent} <KeyHint keys="Delete" />{' '}
        {keysHint.takeBack} <KeyHint keys="ArrowUp" /> <KeyHint keys="ArrowDown" /> {keysHint.walk}
      </p>
      <div className="table-box">
        <table className="rows" aria-label={ATTENDANCE.table}>
          <thead>
            <tr>
              <th scope="col">{columns.who}</th>
              <th scope="col">{columns.born}</th>
              <th scope="col">{columns.nuc}</th>
              <th scope="col">{columns.state}</th>
              <th scope="col">
                <span className="visually-hidden">{columns.actions}</span>
              </th>
              <th scope="col">{columns.paper}</th>
            </tr>
          </thead>
          <tbody ref={body} onKeyDown={onKeyDown}>
            {rows.map((row, index) => (
              <tr key={row.entryId} tabIndex={index === active ? 0 : -1} onFocus={() => setActive(index)}>
                <AttendanceCells row={row} notAllowed={notAllowed} mark={mark} />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

type CellsProps = Pick<AttendanceTableProps, 'notAllowed' | 'mark'> & { row: AttendanceRow }

function AttendanceCells({ row, notAllowed, mark }: CellsProps) {
  const { desk } = useOffice()
  const { candidateId, birthName, usageName, bornOn, nuc } = row
  const name = nameOnSheet(row)
  const noted = row.mark?.attendance ?? null
  return (
    <>
      <th scope="row">
        <CandidateLink candidateId={candidateId} name={name} />
        {usageName !== null && usageName !== birthName ? <small>{ATTENDANCE.usageName(usageName)}</small> : null}
      </th>
      <td className="nowrap">{formatDate(bornOn)}</td>
      <td className="nowrap">{nuc}</td>
      <td>
        <AttendanceTag mark={row.mark} />
        {row.mark ? (
          <div className="sub">
            {formatMoment(row.mark.markedAt, desk.now, desk.centre.timeZone)}, {row.mark.markedBy}
            {row.mark.pending ? `, ${ATTENDANCE.toTransmit}` : ''}
          </div>
        ) : null}
      </td>
      <td>
        <div className="actions">
          {(['present', 'absent'] as const).map((attendance) => (
            <Button
              key={attendance}
              small
              label={ATTENDANCE.of(ATTENDANCE[attendance], name)}
              reason={notAllowed ?? (noted === attendance ? ATTENDANCE.alreadySo : null)}
              onPress={() => mark(row, attendance)}
            >
              {ATTENDANCE[attendance]}
            </Button>
          ))}
          <Button
            small
            tone="quiet"
            label={ATTENDANCE.of(ATTENDANCE.takeBack, name)}
            reason={notAllowed ?? (noted === null ? ATTENDANCE.nothingToTakeBack : null)}
            onPress={() => mark(row, null)}
          >
            {ATTENDANCE.takeBack}
          </Button>
        </div>
      </td>
      <AttestationCell row={row} />
    </>
  )
}

/** What is noted of somebody: a word and an icon, never a tint alone. */
export function AttendanceTag({ mark }: Pick<AttendanceRow, 'mark'>) {
  const look = {
    present: { tone: 'go', icon: 'check' },
    absent: { tone: 'stop', icon: 'cross' },
    none: { tone: 'wait', icon: 'clock' },
  } as const
  return <StatusTag {...look[mark?.attendance ?? 'none']}>{attendanceWord(mark)}</StatusTag>
}
