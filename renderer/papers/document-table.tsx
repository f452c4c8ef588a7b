import { useRef } from 'react'
import type { DocumentRow } from '../../contract/desk.ts'
import { Button } from '../../kit/button.tsx'
import { StatusTag } from '../../kit/status-tag.tsx'
import { WindowedRows } from '../../kit/windowed-rows.tsx'
import { formatDayTime } from '../../text/format.ts'
import { PAPERS } from '../../text/screens/papers.ts'
import { useOffice } from '../frame/office.tsx'
import { CopyButton } from './copy-button.tsx'
import { useOpenDocument } from './open-document.ts'
import { PrintButton } from './print-button.tsx'

/** Every document made on this PC for the session, the latest first; it opens as it was made. */
export function DocumentTable({ documents }: { documents: readonly DocumentRow[] }) {
  const { desk } = useOffice()
  const scroller = useRef<HTMLDivElement>(null)
  const { historyColumns: columns } = PAPERS
  const rows = documents.toSorted((a, b) => (a.madeAt < b.madeAt ? 1 : -1))
  return (
    <div className="table-box" ref={scroller}>
      <table className="rows" aria-labelledby="documents" aria-rowcount={rows.length + 1}>
        <thead>
          <tr>
            <th scope="col">{columns.madeAt}</th>
            <th scope="col">{columns.title}</th>
            <th scope="col">{columns.madeBy}</th>
            <th scope="col">
              <span className="visually-hidden">{columns.actions}</span>
            </th>
          </tr>
        </thead>
        <WindowedRows
          rows={rows}
          keyOf={({ id }) => id}
          kept={-1}
          guess={45}
          scroller={scroller}
          draw={(made) => (
            <tr>
              <td className="nowrap">{formatDayTime(made.madeAt, desk.centre.timeZone)}</td>
              <th scope="row">
                <span className={made.cancelledBy ? 'struck' : ''}>{made.title}</span>{' '}
                {made.duplicate && !made.title.includes(PAPERS.duplicate) ? (
                  <StatusTag tone="calm" icon="papers">
                    {PAPERS.duplicate}
                  </StatusTag>
                ) : null}
                {made.cancelledBy ? <small>{PAPERS.cancelledBy(made.cancelledBy)}</small> : null}
              </th>
              <td>{made.madeBy}</td>
              <td>
                <div className="actions">
                  <PrintCopy made={made} />
                  <PrintButton paper={made} />
                  <OpenButton made={made} />
                </div>
              </td>
            </tr>
          )}
        />
      </table>
    </div>
  )
}

/** Beside the original alone: whoever holds a DUPLICATA has already what it would make. */
function PrintCopy({ made: { kind, refId, title, duplicate } }: { made: DocumentRow }) {
  if ((kind !== 'receipt' && kind !== 'credit-note') || duplicate) return null
  const numbered = kind === 'receipt' ? ({ kind, receiptId: refId } as const) : ({ kind, creditNoteId: refId } as const)
  return <CopyButton asked={{ ...numbered, copy: true }} of={title} />
}

function OpenButton({ made }: { made: DocumentRow }) {
  const { open, isOpening } = useOpenDocument()
  const stored = { kind: 'stored', documentId: made.id } as const
  const opening = isOpening(stored)
  return (
    <Button
      small
      label={PAPERS.openTitle(made.title)}
      reason={made.onDisk ? null : PAPERS.gone}
      busy={opening}
      onPress={() => void open(stored)}
    >
      {opening ? PAPERS.opening : PAPERS.open}
    </Button>
  )
}
