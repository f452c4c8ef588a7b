import { useState } from 'react'
import { DoneAnswer } from '../../contract/candidate-pages.ts'
import { Notice } from '../../kit/status-tag.tsx'
import { TROUBLES } from '../../text/pages/frame.ts'
import { STAFF, STAFF_PASSWORD } from '../../text/pages/siege.ts'
import { useAddress } from '../address.ts'
import { ask, type Failure } from '../api.ts'
import { ErrorSummary } from '../form/error-summary.tsx'
import { Form, SubmitButton } from '../form/form.tsx'
import { NewPassword } from '../form/new-password.tsx'
import { NO_PASSWORD, newPasswordFaults } from '../form/new-password-faults.ts'
import { PageLink } from '../frame/page-link.tsx'
import { PageTitle } from '../frame/page-title.tsx'
import { SIGN_IN_PATH } from './staff-paths.ts'

/** The link of the command line. */
export function StaffPasswordScreen() {
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
    const answer = await ask('siege/reset', DoneAnswer, { token, password: typed.password })
    setBusy(false)
    if (answer.done) setDone(true)
    else setFailure(answer.failure)
  }
  if (done) {
    return (
      <div className="narrow stack">
        <PageTitle said={STAFF.said(STAFF_PASSWORD.doneTitle)}>{STAFF_PASSWORD.doneTitle}</PageTitle>
        <p className="lead">{STAFF_PASSWORD.done}</p>
        <div className="ways start">
          <PageLink to={SIGN_IN_PATH} look="primary">
            {STAFF_PASSWORD.signIn}
          </PageLink>
        </div>
      </div>
    )
  }
  return (
    <div className="narrow stack">
      <PageTitle said={STAFF.said(STAFF_PASSWORD.title)}>{STAFF_PASSWORD.title}</PageTitle>
      <ErrorSummary faults={said} tries={tries} />
      {failure ? (
        <div role="alert">
          <Notice tone="stop" icon="alert">
            {sentenceOf(failure)}
          </Notice>
        </div>
      ) : null}
      <Form onSubmit={() => void save()}>
        <NewPassword typed={typed} onChange={setTyped} faults={said} />
        <div className="ways start">
          <SubmitButton busy={busy}>{busy ? STAFF_PASSWORD.busy : STAFF_PASSWORD.submit}</SubmitButton>
        </div>
      </Form>
    </div>
  )
}

function sentenceOf({ code }: Failure): string {
  if (code === 'link-expired') return STAFF_PASSWORD.expired
  if (code === 'link-used') return STAFF_PASSWORD.used
  return code === 'bad-request' ? STAFF_PASSWORD.unreadable : TROUBLES[code]
}
