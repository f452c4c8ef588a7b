import type { SittingRow } from '../../contract/desk.ts'
import { Button } from '../../kit/button.tsx'
import { Icon } from '../../kit/icons.tsx'
import { formatDay, formatDayTime } from '../../text/format.ts'
import { PAPERS } from '../../text/screens/papers.ts'
import { useOffice } from '../frame/office.tsx'
import { useOpenDocument } from './open-document.ts'

/** The sittings of the session in order, each with its attendance sheet. */
export function SittingTable({ sittings }: { sittings: readonly SittingRow[] }) {
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
            <SittingLine key={sitting.id} sitting={sitting} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function SittingLine({ sitting }: { sitting: SittingRow }) {
  const { desk } = useOffice()
  const { open, isOpening } = useOpenDocument()
  const sheet = { kind: 'attendance-sheet', sittingId: sitting.id } as const
  const making = isOpening(sheet)
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
            busy={making}
            onPress={() => void open(sheet)}
          >
            <Icon name="papers" size={14} />
            {making ? PAPERS.making : PAPERS.sheet}
          </Button>
        </div>
      </td>
    </tr>
  )
}
