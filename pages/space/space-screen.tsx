import { useEffect } from 'react'
import type { MeAnswer, MyRequest } from '../../contract/candidate-pages.ts'
import { spokenName } from '../../domain/candidate.ts'
import { Notice } from '../../kit/status-tag.tsx'
import { MODIFY } from '../../text/pages/modify.ts'
import { ADD, SPACE } from '../../text/pages/space.ts'
import { sayMoment } from '../../text/pages/windows.ts'
import { useAddress } from '../address.ts'
import { PageLink } from '../frame/page-link.tsx'
import { PageTitle } from '../frame/page-title.tsx'
import { Awaited } from '../frame/trouble.tsx'
import { Unread, useMe } from '../queries.ts'
import { askToSignIn } from '../sign-in/ask-to-sign-in.ts'
import { AddExam } from './add-exam.tsx'
import { ChangeEmail } from './change-email.tsx'
import { ChangePassword } from './change-password.tsx'
import { DataCheckCard } from './data-check-card.tsx'
import { sessionChecks } from './data-checks.ts'
import { ModifyScreen } from './modify-screen.tsx'
import { MyDocuments } from './my-documents.tsx'
import { MyIdentity } from './my-identity.tsx'
import { MyNir } from './my-nir.tsx'
import { RequestCard } from './request-card.tsx'
import { SignOut } from './sign-out.tsx'
import { StoppedRequests } from './stopped-requests.tsx'
import { wishOf } from './wish.ts'

/** `?ajout=` of a request beside no other. */
const NEW = 'nouvelle'

/**
 * What a candidate has under way, and what they may do about it. `?ajout=` names the request that one more exam goes beside,
 * `?modifier=` the one to be changed.
 */
export function SpaceScreen() {
  const me = useMe()
  const { query } = useAddress()
  const signedOut = me.error instanceof Unread && me.error.failure.code === 'not-signed-in'
  useEffect(() => {
    if (signedOut) askToSignIn()
  }, [signedOut])
  const adding = query.get('ajout')
  const beside = me.data?.requests.find(({ id }) => id === adding) ?? null
  if (me.data && !signedOut && (beside || adding === NEW))
    return <AddExam me={me.data} beside={beside} wish={wishOf(query, me.data.requests)} />
  const modified = me.data?.requests.find(({ id }) => id === query.get('modifier'))
  if (me.data && !signedOut && modified) return <ModifyScreen key={modified.id} me={me.data} request={modified} />
  if (me.data && !signedOut) return <Space me={me.data} />
  return (
    <div className="narrow stack">
      <PageTitle said={SPACE.title}>{SPACE.title}</PageTitle>
      <Awaited error={signedOut ? null : me.error} retry={() => void me.refetch()} />
    </div>
  )
}

function Space({ me }: { me: MeAnswer }) {
  const { identity, nuc, requests } = me
  const { state } = useAddress()
  return (
    <div className="space">
      <div className="stack">
        <div>
          <PageTitle said={SPACE.title}>{SPACE.title}</PageTitle>
          <p className="lead">{SPACE.hello(spokenName(identity))}</p>
          <p className="muted">{nuc === null ? SPACE.noNuc : SPACE.nuc(nuc)}</p>
        </div>
        {state === 'added' ? (
          <div role="status">
            <Notice tone="go" icon="check">
              {ADD.done}
            </Notice>
          </div>
        ) : null}
        <SavedVersion requests={requests} state={state} />
        {sessionChecks(requests).map((check) => (
          <DataCheckCard key={`${check.request.sessionId} ${check.request.centre.id}`} me={me} check={check} />
        ))}
        <section className="stack" aria-labelledby="requests-title">
          <h2 id="requests-title">{SPACE.requests}</h2>
          <StoppedRequests stopped={me.stopped} />
          {requests.length + me.stopped.length === 0 ? <p>{SPACE.none}</p> : null}
          {requests.map((request) => (
            <RequestCard key={request.id} request={request} asOf={me.now} />
          ))}
          <p>
            <PageLink to={`/espace?ajout=${NEW}`}>{SPACE.ask}</PageLink>
          </p>
        </section>
      </div>
      <div className="stack aside">
        <MyDocuments me={me} />
        <MyIdentity me={me} />
        <ChangeEmail email={me.email} emailAsked={me.emailAsked} emailChange={me.emailChange} />
        <MyNir nir={me.nir} />
        <ChangePassword />
        <SignOut />
      </div>
    </div>
  )
}

/** Back from the form of a request: which version it is now, and since when. */
function SavedVersion({ requests, state }: { requests: readonly MyRequest[]; state: unknown }) {
  const id = typeof state === 'object' && state !== null && 'modified' in state ? state.modified : null
  const request = requests.find((one) => one.id === id)
  if (!request?.modifiedAt) return null
  return (
    <div role="status">
      <Notice tone="go" icon="check">
        {MODIFY.saved(request.version, sayMoment(request.modifiedAt, request.centre))}
      </Notice>
    </div>
  )
}
