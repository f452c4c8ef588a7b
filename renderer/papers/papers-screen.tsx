import { useState } from 'react'
import { PAPERS } from '../../text/screens/papers.ts'
import { useRows } from '../api.ts'
import { AttendancePage } from '../attendance/attendance-page.tsx'
import { ConvocationsCard } from '../convocations/convocations-card.tsx'
import { useOffice } from '../frame/office.tsx'
import { HelpButton } from '../help/help-button.tsx'
import { EmptyState, ErrorState, Loading } from '../ui/empty-state.tsx'
import { DocumentTable } from './document-table.tsx'
import { ListLayoutButton } from './list-layout-button.tsx'
import { SittingTable } from './sitting-table.tsx'

/** Impressions: the convocations and lists of the session, and every document made on this PC. */
export function PapersScreen() {
  const { session } = useOffice()
  const [attended, setAttended] = useState<string | null>(null)
  const sittings = useRows('sitting.list', { sessionId: session.id })
  const documents = useRows('document.list', { sessionId: session.id })
  const convocations = useRows('convocation.list', { sessionId: session.id })
  if (sittings.isError || documents.isError)
    return <ErrorState retry={() => void Promise.all([sittings.refetch(), documents.refetch()])} />
  if (!sittings.data || !documents.data) return <Loading />
  const sitting = sittings.data.find(({ id }) => id === attended)
  if (sitting) return <AttendancePage sitting={sitting} screen="papers" close={() => setAttended(null)} />
  return (
    <div className="papers">
      <div className="head">
        <h1>{PAPERS.title}</h1>
        <HelpButton page="impressions" />
        {sittings.data.length > 0 ? <p>{PAPERS.summary(sittings.data.length)}</p> : null}
      </div>
      {convocations.data ? <ConvocationsCard list={convocations.data} /> : null}
      <section className="card" aria-labelledby="sheets">
        <header className="lists-head">
          <div>
            <h2 id="sheets">{PAPERS.sittings}</h2>
            <p className="sub">{PAPERS.sittingsText}</p>
          </div>
          {sittings.data.length > 0 ? <ListLayoutButton /> : null}
        </header>
        {sittings.data.length > 0 ? (
          <SittingTable sittings={sittings.data} onAttendance={setAttended} />
        ) : (
          <EmptyState icon="papers" title={PAPERS.emptyTitle} text={PAPERS.emptyText} />
        )}
      </section>
      <section className="card" aria-labelledby="documents">
        <header>
          <h2 id="documents">{PAPERS.history}</h2>
        </header>
        {documents.data.length > 0 ? (
          <DocumentTable documents={documents.data} />
        ) : (
          <p className="none muted">{PAPERS.historyEmpty}</p>
        )}
      </section>
    </div>
  )
}
