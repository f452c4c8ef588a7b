import { useEffect, useRef } from 'react'
import type { CandidateFile } from '../../contract/desk-candidate.ts'
import { fullName } from '../../domain/candidate.ts'
import { Button } from '../../kit/button.tsx'
import { CANDIDATE } from '../../text/screens/candidate.ts'
import { FRAME } from '../../text/screens/frame.ts'
import { useRows } from '../api.ts'
import { type Screen, useOffice } from '../frame/office.tsx'
import { useShortcuts } from '../shortcuts/use-shortcuts.ts'
import { EmptyState, ErrorState } from '../ui/empty-state.tsx'
import { CallNote } from './call-note.tsx'
import { CandidateHead } from './candidate-head.tsx'
import { CandidateIdentity } from './candidate-identity.tsx'
import { CandidatePapers } from './candidate-papers.tsx'
import { CandidateReply } from './candidate-reply.tsx'
import { CandidateStanding } from './candidate-standing.tsx'
import { KnownCandidate } from './known-candidate.tsx'
import { RequestCard } from './request-card.tsx'
import { Timeline } from './timeline.tsx'

type CandidatePageProps = {
  candidateId: string
  /** The screen below, where one goes back. */
  screen: Screen
  close: () => void
}

/** One page that answers a telephone call, over the screen one came from. */
export function CandidatePage({ candidateId, screen, close }: CandidatePageProps) {
  const { session } = useOffice()
  const page = useRows('candidate.file', { candidateId, sessionId: session.id }, { keep: true })
  const box = useRef<HTMLDivElement>(null)
  // Of this person, if only for the session chosen before: never somebody else's while theirs is read.
  const file = page.data?.candidate.id === candidateId ? page.data : null
  const isHere = file !== null
  useShortcuts([
    { keys: ['Escape', 'Alt+ArrowLeft'], words: CANDIDATE.backTo(FRAME[screen]), group: CANDIDATE.group, run: close },
  ])
  // biome-ignore lint/correctness/useExhaustiveDependencies: for each person, and again once their page is whole
  useEffect(() => {
    box.current?.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true })
  }, [candidateId, isHere])
  return (
    // The next person's page is read from its top.
    <div key={candidateId} className="dossier" ref={box}>
      {page.isError ? (
        <ErrorState retry={() => void page.refetch()} />
      ) : file ? (
        <WholePage key={candidateId} file={file} backTo={CANDIDATE.backTo(FRAME[screen])} close={close} />
      ) : page.isPending || page.isPlaceholderData ? (
        <KnownCandidate candidateId={candidateId} />
      ) : (
        <EmptyState level="h1" icon="person" title={CANDIDATE.gone} text={CANDIDATE.goneText}>
          <Button onPress={close}>{CANDIDATE.backTo(FRAME[screen])}</Button>
        </EmptyState>
      )}
    </div>
  )
}

type WholePageProps = { file: CandidateFile; backTo: string; close: () => void }

function WholePage({ file, backTo, close }: WholePageProps) {
  const { desk, session } = useOffice()
  const { candidate, requests, documents, history } = file
  const ofSession = requests.filter(({ sessionId }) => sessionId === session.id)
  const others = Map.groupBy(
    requests.filter(({ sessionId }) => sessionId !== session.id),
    ({ sessionId }) => sessionId,
  )
  const [first] = requests
  // Of several, V answers the one that waits.
  const toAnswer = ofSession.find(({ entries }) => entries.some(({ status }) => status === 'requested'))
  const labelOf = (sessionId: string) => desk.sessions.find(({ id }) => id === sessionId)?.label ?? ''
  const { openRequest } = useOffice()
  useShortcuts([
    {
      ...{ keys: 'd', words: CANDIDATE.inList, group: CANDIDATE.group },
      run: first ? () => openRequest(first.id, first.sessionId) : null,
    },
  ])
  return (
    <article aria-label={CANDIDATE.page(fullName(candidate))}>
      <CandidateHead file={file} backTo={backTo} close={close} />
      <CandidateStanding file={file} requests={ofSession} />
      <div className="halves">
        <div className="half">
          <CandidateReply file={file} requests={ofSession} sessionLabel={session.label} />
          {ofSession.length === 0 ? (
            <section className="card file in-page">
              <EmptyState icon="requests" title={CANDIDATE.none} text={others.size > 0 ? CANDIDATE.noneText : ''} />
            </section>
          ) : null}
          {ofSession.map((request) => (
            <RequestCard key={request.id} request={request} file={file} keys={request.id === toAnswer?.id} />
          ))}
          {[...others].map(([sessionId, asked]) => (
            <details key={sessionId} className="other-session">
              <summary>{labelOf(sessionId)}</summary>
              {asked.map((request) => (
                <RequestCard key={request.id} request={request} file={file} keys={false} />
              ))}
            </details>
          ))}
          {first ? <CandidateIdentity request={first} /> : null}
          {documents.length > 0 ? <CandidatePapers documents={documents} /> : null}
        </div>
        <div className="half">
          <CallNote candidate={candidate} />
          <Timeline lines={history} />
        </div>
      </div>
    </article>
  )
}
