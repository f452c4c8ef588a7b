import type { SittingRow } from '../../contract/desk.ts'
import { Button } from '../../kit/button.tsx'
import { Icon } from '../../kit/icons.tsx'
import { useKept } from '../../kit/kept.ts'
import { formatDay, formatDayTime } from '../../text/format.ts'
import { ATTENDANCE } from '../../text/screens/attendance.ts'
import { PAPERS } from '../../text/screens/papers.ts'
import { whyNotYet } from '../attendance/why-not-yet.ts'
import { useOffice } from '../frame/office.tsx'
import {
  attendanceLayout,
  isListLayout,
  LIST_LAYOUT,
  type ListLayout,
  rollCallLayout,
  USUAL_LAYOUT,
} from './list-layout.ts'
import { useOpenDocument } from './open-document.ts'

type SittingTableProps = {
  sittings: readonly SittingRow[]
  /** Opens who came to a sitting. */
  onAttendance: (sittingId: string) => void
}

/** The sittings of the session in order, each with its lists: who signs, who is called; and who came. */
export function SittingTable({ sittings, onAttendance }: SittingTableProps) {
  const { columns } = PAPERS
  const inOrder = sittings.toSorted((a, b) =>
    `${a.heldOn} ${a.startsAtLocal}` < `${b.heldOn} ${b.startsAtLocal}` ? -1 : 1,
  )
  return (
    <div className="table-box">
      <table className="rows" aria-labelledby="sheets">
        <thead>
          <tr>
            <th scope="col">{columns.when}</th>
            <th scope="col">{columns.exam}</th>
            <th scope="col">{columns.room}</th>
            <th scope="col" className="num">
              {columns.confirmed}
            </th>
            <th scope="col">{columns.last}</th>
            <th scope="col">
              <span className="visually-hidden">{columns.actions}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {inOrder.map((sitting) => (
            <SittingLine key={sitting.id} sitting={sitting} onAttendance={() => onAttendance(sitting.id)} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function SittingLine({ sitting, onAttendance }: { sitting: SittingRow; onAttendance: () => void }) {
  const { desk } = useOffice()
  const { open, isOpening } = useOpenDocument()
  const [layout] = useKept<ListLayout>(LIST_LAYOUT, USUAL_LAYOUT, isListLayout)
  const ofSitting = { sittingId: sitting.id }
  const sheet = { kind: 'attendance-sheet', ...ofSitting, options: attendanceLayout(layout) } as const
  const call = { kind: 'roll-call', ...ofSitting, options: rollCallLayout(layout) } as const
  const making = { sheet: isOpening(sheet), call: isOpening(call) }
  const { examCode, lastSheet, startsAtLocal } = sitting
  const day = `${formatDay(sitting.heldOn)} ${startsAtLocal.replace(':', '\u00a0h\u00a0')}`
  return (
    <tr>
      <th scope="row" className="nowrap">
        {day}
      </th>
      <td>
        <span className="ex">{examCode}</span> {sitting.examLabel}
        <div className="sub">{sitting.software.join(', ')}</div>
      </td>
      <td>{sitting.room}</td>
      <td className="num">{sitting.confirmed}</td>
      <td className={lastSheet ? '' : 'sub'}>
        {lastSheet ? PAPERS.version(lastSheet.version) : PAPERS.never}
        {lastSheet ? <div className="sub">{formatDayTime(lastSheet.madeAt, desk.centre.timeZone)}</div> : null}
      </td>
      <td>
        <div className="actions">
          <Button
            small
            label={PAPERS.sheetOf(`${examCode}, ${day}`)}
            reason={sitting.confirmed === 0 ? PAPERS.nobody : null}
            busy={making.sheet}
            onPress={() => void open(sheet)}
          >
            <Icon name="papers" size={14} />
            {making.sheet ? PAPERS.making : PAPERS.sheet}
          </Button>
          <Button
            small
            label={PAPERS.rollCallOf(`${examCode}, ${day}`)}
            reason={sitting.confirmed === 0 ? PAPERS.nobody : null}
            busy={making.call}
            onPress={() => void open(call)}
          >
            {making.call ? PAPERS.making : PAPERS.rollCall}
          </Button>
          <Button
            small
            label={ATTENDANCE.openOf(`${examCode}, ${day}`)}
            reason={sitting.confirmed === 0 ? PAPERS.nobody : whyNotYet(desk, sitting)}
            onPress={onAttendance}
          >
            {ATTENDANCE.open}
          </Button>
        </div>
      </td>
    </tr>
  )
}
