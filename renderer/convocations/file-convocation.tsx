import { useState } from 'react'
import type { RequestRow } from '../../contract/desk.ts'
import type { ConvocationRow } from '../../contract/desk-papers.ts'
import { Button } from '../../kit/button.tsx'
import { Icon } from '../../kit/icons.tsx'
import { StatusTag } from '../../kit/status-tag.tsx'
import { formatLastingMoment } from '../../text/format.ts'
import { CONVOCATIONS, HINDRANCE_REASONS } from '../../text/screens/convocations.ts'
import { useRows } from '../api.ts'
import { useOffice } from '../frame/office.tsx'
import { whyNotAllowed } from '../frame/why-not-allowed.ts'
import { ChangeWords } from './change-words.tsx'
import { useConvocationProgress } from './convocation-progress.ts'
import './convocations.css'
import { usePrintConvocations } from './use-print-convocations.ts'

/** Where the candidate's convocation for the session stands. Nothing before one of their exams is confirmed. */
export function FileConvocation({ request: { sessionId, candidateId } }: { request: RequestRow }) {
  const row = useRows('convocation.of', { sessionId, candidateId }).data
  if (!row || (!row.issued && row.hindrance === 'not-confirmed')) return null
  return (
    <section className="file-convocation">
      <h3>{CONVOCATIONS.section}</h3>
      <div>
        <Standing row={row} />
        {row.hindrance ? <p className="sub">{HINDRANCE_REASONS[row.hindrance]}</p> : null}
      </div>
      <PrintButton row={row} sessionId={sessionId} />
    </section>
  )
}

function Standing({ row }: { row: ConvocationRow }) {
  const { desk } = useOffice()
  const { issued, state } = row
  if (!issued) return <p>{CONVOCATIONS.notYet}</p>
  const when = formatLastingMoment(issued.issuedAt, desk.now, desk.centre.timeZone)
  return (
    <>
      <p>
        {CONVOCATIONS.issued({ ...issued, when, who: issued.issuedBy })}
        {issued.pending ? <span className="sub"> {CONVOCATIONS.toTransmit}</span> : null}
      </p>
      {state === 'outdated' ? (
        <div className="out">
          <StatusTag tone="due" icon="alert">
            {CONVOCATIONS.out}
          </StatusTag>
          <ChangeWords row={row} />
        </div>
      ) : null}
    </>
  )
}

function PrintButton({ row: { requestId, state, hindrance }, sessionId }: { row: ConvocationRow; sessionId: string }) {
  const { desk } = useOffice()
  const progress = useConvocationProgress()
  const print = usePrintConvocations()
  const [making, setMaking] = useState(false)
  // One that still holds is printed again as it was: nothing is issued.
  const allowed = state === 'current' ? null : whyNotAllowed(desk, 'paper.issue')
  const busy = progress && !making ? CONVOCATIONS.busy : null
  const press = async () => {
    setMaking(true)
    await print({ sessionId, which: [requestId], as: 'together' })
    setMaking(false)
  }
  return (
    <Button small busy={making} reason={hindrance ? HINDRANCE_REASONS[hindrance] : (allowed ?? busy)} onPress={press}>
      <Icon name="papers" size={14} />
      {making ? CONVOCATIONS.making : state === 'current' ? CONVOCATIONS.printAgain : CONVOCATIONS.printOne}
    </Button>
  )
}
