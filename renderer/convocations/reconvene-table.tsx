import { useRef } from 'react'
import type { ConvocationRow } from '../../contract/desk-papers.ts'
import { Button } from '../../kit/button.tsx'
import { WindowedRows } from '../../kit/windowed-rows.tsx'
import { formatDayTime } from '../../text/format.ts'
import { CONVOCATIONS, HINDRANCE_HEADS, HINDRANCE_REASONS } from '../../text/screens/convocations.ts'
import { CandidateLink } from '../candidate/candidate-link.tsx'
import { useOffice } from '../frame/office.tsx'
import { whyNotAllowed } from '../frame/why-not-allowed.ts'
import { ChangeWords } from './change-words.tsx'
import { useConvocationProgress } from './convocation-progress.ts'
import { usePrintConvocations } from './use-print-convocations.ts'

/** « À re-convoquer » : whose convocation is out of date, and what it says no more. */
export function ReconveneTable({ rows }: { rows: readonly ConvocationRow[] }) {
  const scroller = useRef<HTMLDivElement>(null)
  const { columns } = CONVOCATIONS
  return (
    <>
      <h3 id="reconvene">
        {CONVOCATIONS.toReconvene} <span className="sub">{CONVOCATIONS.toReconveneText}</span>
      </h3>
      <div className="table-box" ref={scroller}>
        <table className="rows" aria-labelledby="reconvene" aria-rowcount={rows.length + 1}>
          <thead>
            <tr>
              <th scope="col">{columns.who}</th>
              <th scope="col">{columns.changes}</th>
              <th scope="col">{columns.issued}</th>
              <th scope="col">
                <span className="visually-hidden">{columns.actions}</span>
              </th>
            </tr>
          </thead>
          <WindowedRows
            rows={rows}
            keyOf={({ requestId }) => requestId}
            kept={-1}
            guess={45}
            scroller={scroller}
            draw={(row) => <ReconveneLine row={row} />}
          />
        </table>
      </div>
    </>
  )
}

function ReconveneLine({ row }: { row: ConvocationRow }) {
  const { desk, session } = useOffice()
  const progress = useConvocationProgress()
  const print = usePrintConvocations()
  const { requestId, candidateId, candidateName, examCodes, hindrance, issued } = row
  const busy = progress ? CONVOCATIONS.busy : null
  const reason = whyNotAllowed(desk, 'paper.issue') ?? (hindrance ? HINDRANCE_REASONS[hindrance] : busy)
  return (
    <tr>
      <th scope="row">
        <CandidateLink candidateId={candidateId} name={candidateName} />
        <small>{examCodes.join(', ')}</small>
      </th>
      <td>
        <ChangeWords row={row} />
        {hindrance ? <div className="sub">{HINDRANCE_HEADS[hindrance]}</div> : null}
      </td>
      <td className="nowrap">
        {issued ? CONVOCATIONS.version(issued.version) : null}
        <div className="sub">{issued ? formatDayTime(issued.issuedAt, desk.centre.timeZone) : null}</div>
      </td>
      <td>
        <div className="actions">
          <Button
            small
            label={CONVOCATIONS.printOf(candidateName)}
            reason={reason}
            onPress={() => void print({ sessionId: session.id, which: [requestId], as: 'together' })}
          >
            {CONVOCATIONS.print}
          </Button>
        </div>
      </td>
    </tr>
  )
}
