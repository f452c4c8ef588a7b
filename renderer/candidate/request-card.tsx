import { useMemo, useState } from 'react'
import type { RequestRow } from '../../contract/desk.ts'
import type { CandidateFile } from '../../contract/desk-candidate.ts'
import { Button } from '../../kit/button.tsx'
import { formatDayTime } from '../../text/format.ts'
import { CANDIDATE } from '../../text/screens/candidate.ts'
import { useRows } from '../api.ts'
import { FileAttendance } from '../attendance/file-attendance.tsx'
import { FileConvocation } from '../convocations/file-convocation.tsx'
import { OfficeProvider, useOffice } from '../frame/office.tsx'
import { PrintMenu } from '../papers/print-menu.tsx'
import { PaymentDialog } from '../payments/payment-dialog.tsx'
import { seatsOf } from '../requests/feasibility.ts'
import { FileActs } from '../requests/file-acts.tsx'
import { FileChanges } from '../requests/file-changes.tsx'
import { FileDecision } from '../requests/file-decision.tsx'
import { FileEntries } from '../requests/file-entries.tsx'
import { FilePayments } from '../requests/file-payments.tsx'
import { FileUndelivered } from '../requests/file-undelivered.tsx'
import { RefuseDialog } from '../requests/refuse-dialog.tsx'
import { StateTags } from '../requests/state-tags.tsx'
import type { RefuseTarget } from '../requests/use-targets-now.ts'

type RequestCardProps = {
  request: RequestRow
  file: Pick<CandidateFile, 'payments' | 'history'>
  /** Whether V answers what is ticked in it: of several, only one may. */
  keys: boolean
}

const nothing = () => {}

/** One request: what was asked, where each exam stands, what can be decided and received. The parts are those of the file at the side. */
export function RequestCard({ request, file: { payments, history }, keys }: RequestCardProps) {
  const office = useOffice()
  const { desk, openRequest } = office
  const session = desk.sessions.find(({ id }) => id === request.sessionId)
  const offerings = useRows('offering.list', { sessionId: request.sessionId })
  const seats = useMemo(() => seatsOf(offerings.data ?? []), [offerings.data])
  const [collecting, setCollecting] = useState(false)
  const [refusing, setRefusing] = useState<RefuseTarget[] | null>(null)
  const entryIds = new Set(request.entries.map(({ id }) => id))
  // What was given back, or used for somebody else, is no longer of any of these exams: the payer's file tells it all the same.
  const own = payments.filter(
    ({ entries, payer, sessionId }) =>
      entries.some(({ entryId }) => entryIds.has(entryId)) ||
      (payer.id === request.candidateId && sessionId === request.sessionId),
  )
  const received = formatDayTime(request.receivedAt, desk.centre.timeZone)
  // What is done to a request is done in its own session, whichever is chosen at the top.
  const around = useMemo(() => ({ ...office, session: session ?? office.session }), [office, session])
  return (
    <OfficeProvider value={around}>
      <section className="card file in-page" aria-label={CANDIDATE.requestOf(session?.label ?? '', received)}>
        <header>
          <h2>{CANDIDATE.requestOf(session?.label ?? '', received)}</h2>
          <Button tone="link" small onPress={() => openRequest(request.id, request.sessionId)}>
            {CANDIDATE.inList}
          </Button>
          <StateTags request={request} />
          <FileUndelivered request={request} />
        </header>
        <FileChanges request={request} />
        <FileEntries request={request} seats={seats} history={history} />
        {offerings.data ? (
          <>
            <FileDecision
              request={request}
              seats={seats}
              refuse={setRefusing}
              collect={() => setCollecting(true)}
              keepInSight={nothing}
              keys={keys}
            />
            <FileActs request={request} seats={seats} keepInSight={nothing} />
          </>
        ) : null}
        <FileConvocation request={request} />
        <FileAttendance request={request} />
        <PrintMenu request={request} payments={own} />
        <FilePayments payments={own} />
      </section>
      {collecting ? <PaymentDialog request={request} onClose={() => setCollecting(false)} onTaken={nothing} /> : null}
      {refusing ? <RefuseDialog targets={refusing} onClose={() => setRefusing(null)} onRefused={nothing} /> : null}
    </OfficeProvider>
  )
}
