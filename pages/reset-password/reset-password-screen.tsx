import { useState } from 'react'
import { DoneAnswer } from '../../contract/candidate-pages.ts'
import { Notice } from '../../kit/status-tag.tsx'
import { RESET_PASSWORD } from '../../text/pages/account.ts'
import { TROUBLES } from '../../text/pages/frame.ts'
import { useAddress } from '../address.ts'
import { ask, type Failure } from '../api.ts'
import { ErrorSummary } from '../form/error-summary.tsx'
import { Form, SubmitButton } from '../form/form.tsx'
import { NewPassword } from '../form/new-password.tsx'
import { NO_PASSWORD, newPasswordFaults } from '../form/new-password-faults.ts'
import { PageLink } from '../frame/page-link.tsx'
import { PageTitle } from '../frame/page-title.tsx'
import { queryClient } from '../queries.ts'

/** The link of the « mot de passe perdu » mail. */
export function ResetPasswordScreen() {
  const token = useAddress().query.get('jeton') ?? ''
  const [typed, setTyped] = useState(NO_PASSWORD)
  const [tries, setTries] = useState(0)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [done, setDone] = useState(false)
  const faults = newPasswordFaults(typed)
  const said = tries > 0 ? faults : []
  const save = async () => {
    if (busy) return
    setFailure(null)
    if (faults.length > 0) return setTries(tries + 1)
    setBusy(true)
    const answer = await ask('reset-password', DoneAnswer, { token, password: typed.password })
    setBusy(false)
    if (!answer.done) return setFailure(answer.failure)
    setDone(true)
    // Every session of the account has ended with its password.
    void queryClient.resetQueries({ queryKey: ['me'] })
  }
  if (done) {
    return (
      <div className="narrow stack">
        <PageTitle said={RESET_PASSWORD.doneTitle}>{RESET_PASSWORD.doneTitle}</PageTitle>
        <p className="lead">{RESET_PASSWORD.done}</p>
        <div className="ways start">
          <PageLink to="/connexion" look="primary">
            {RESET_PASSWORD.signIn}
          </PageLink>
        </div>
      </div>
    )
  }
  return (
    <div className="narrow stack">
      <PageTitle said={RESET_PASSWORD.title}>{RESET_PASSWORD.title}</PageTitle>
      <p className="muted">
        {RESET_PASSWORD.once} <PageLink to="/oubli">{RESET_PASSWORD.another}</PageLink>
      </p>
      <ErrorSummary faults={said} tries={tries} />
      {failure ? <LinkTrouble failure={failure} /> : null}
      <Form onSubmit={() => void save()}>
        <NewPassword typed={typed} onChange={setTyped} faults={said} />
        <div className="ways start">
          <SubmitButton busy={busy}>{busy ? RESET_PASSWORD.busy : RESET_PASSWORD.submit}</SubmitButton>
        </div>
      </Form>
    </div>
  )
}

/** A link that no longer works leads to another one; anything else is said as everywhere. */
function LinkTrouble({ failure }: { failure: Failure }) {
  const sentence = linkSentence(failure)
  return (
    <div role="alert">
      <Notice tone="stop" icon="alert">
        {sentence ?? TROUBLES[failure.code]}{' '}
        {sentence === null ? null : <PageLink to="/oubli">{RESET_PASSWORD.askAgain}</PageLink>}
      </Notice>
    </div>
  )
}

function linkSentence({ code }: Failure): string | null {
  if (code === 'link-expired') return RESET_PASSWORD.expired
  if (code === 'link-used') return RESET_PASSWORD.used
  return code === 'bad-request' || code === 'not-found' ? RESET_PASSWORD.unreadable : null
}
