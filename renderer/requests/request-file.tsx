import { type KeyboardEvent, useState } from 'react'
import type { RequestRow } from '../../contract/desk.ts'
import { fullName } from '../../domain/candidate.ts'
import { IconButton } from '../../kit/button.tsx'
import { formatDayTime } from '../../text/format.ts'
import { FILE } from '../../text/screens/request-file.ts'
import { useRows } from '../api.ts'
import { FileAttendance } from '../attendance/file-attendance.tsx'
import { CandidateLink } from '../candidate/candidate-link.tsx'
import { FileConvocation } from '../convocations/file-convocation.tsx'
import { useOffice } from '../frame/office.tsx'
import { HelpButton } from '../help/help-button.tsx'
import { PrintMenu } from '../papers/print-menu.tsx'
import { PaymentDialog } from '../payments/payment-dialog.tsx'
import { ErrorState } from '../ui/empty-state.tsx'
import { AddressDialog } from './address-dialog.tsx'
import { CorrectDialog } from './correct-dialog.tsx'
import type { Seats } from './feasibility.ts'
import { FileActs } from './file-acts.tsx'
import { FileChanges } from './file-changes.tsx'
import { FileDecision } from './file-decision.tsx'
import { FileEntries } from './file-entries.tsx'
import { FileHistory } from './file-history.tsx'
import { FileIdentity } from './file-identity.tsx'
import { FilePayments } from './file-payments.tsx'
import { FileUndelivered } from './file-undelivered.tsx'
import { StateTags } from './state-tags.tsx'
import type { RefuseTarget } from './use-targets-now.ts'

type RequestFileProps = {
  request: RequestRow
  seats: Seats
  close: () => void
  refuse: (targets: RefuseTarget[]) => void
  keepInSight: (requestIds: string[]) => void
  /** Whether V answers what is ticked in this file. */
  keys: boolean
}

/** The file of one request, beside the list: who, what for, what can be decided, money, what happened. */
export function RequestFile({ request, seats, close, refuse, keepInSight, keys }: RequestFileProps) {
  const { desk } = useOffice()
  const file = useRows('request.file', { requestId: request.id })
  const [collecting, setCollecting] = useState(false)
  const [correcting, setCorrecting] = useState(false)
  const [changingAddress, setChangingAddress] = useState(false)
  const name = fullName(request.candidate)
  const loaded = file.data?.request.id === request.id ? file.data : null
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    close()
  }
  return (
    <aside className="card file" aria-label={FILE.aside(name)} tabIndex={-1} onKeyDown={onKeyDown}>
      <header>
        <div className="sub">
          {FILE.receivedAt(formatDayTime(request.receivedAt, desk.centre.timeZone))} <HelpButton page="dossier" />
        </div>
        <IconButton icon="cross" label={FILE.close} onPress={close} />
        <h2 className="name">
          <CandidateLink candidateId={request.candidateId} name={name} />
        </h2>
        <StateTags request={request} />
        <FileUndelivered request={request} />
      </header>
      <FileIdentity
        request={request}
        correct={() => setCorrecting(true)}
        changeAddress={() => setChangingAddress(true)}
      />
      <FileChanges request={request} />
      <FileEntries request={request} seats={seats} history={loaded?.history ?? []} />
      <FileDecision
        request={request}
        seats={seats}
        refuse={refuse}
        collect={() => setCollecting(true)}
        keepInSight={keepInSight}
        keys={keys}
      />
      <FileActs request={request} seats={seats} keepInSight={keepInSight} />
      <FileConvocation request={request} />
      <FileAttendance request={request} />
      <PrintMenu request={request} payments={loaded?.payments ?? []} />
      {file.isError ? <ErrorState retry={() => void file.refetch()} /> : null}
      {loaded ? (
        <>
          <FilePayments payments={loaded.payments} />
          <FileHistory lines={loaded.history} />
        </>
      ) : null}
      {collecting ? (
        <PaymentDialog
          request={request}
          onClose={() => setCollecting(false)}
          onTaken={() => keepInSight([request.id])}
        />
      ) : null}
      {changingAddress ? <AddressDialog request={request} onClose={() => setChangingAddress(false)} /> : null}
      {correcting ? <CorrectDialog request={request} onClose={() => setCorrecting(false)} /> : null}
    </aside>
  )
}
