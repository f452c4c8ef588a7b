import { useState } from 'react'
import { DoneAnswer } from '../../contract/candidate-pages.ts'
import { TextField } from '../../kit/fields.tsx'
import { PasswordField } from '../../kit/password-field.tsx'
import { PAGES } from '../../text/pages/frame.ts'
import { STAFF, STAFF_SIGN_IN } from '../../text/pages/siege.ts'
import { ask, type Failure } from '../api.ts'
import { ErrorSummary } from '../form/error-summary.tsx'
import { fieldId } from '../form/focus-field.ts'
import { Form, SubmitButton } from '../form/form.tsx'
import { PageTitle } from '../frame/page-title.tsx'
import { Trouble } from '../frame/trouble.tsx'
import { queryClient } from '../queries.ts'
import { STAFF_KEY } from './staff-queries.ts'

/** Signed in, the pages lead on by themselves. */
export function StaffSignInScreen() {
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [tries, setTries] = useState(0)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const missing = [
    ...(email.trim() === '' ? [{ field: 'email', sentence: STAFF_SIGN_IN.emailMissing }] : []),
    ...(password === '' ? [{ field: 'password', sentence: STAFF_SIGN_IN.passwordMissing }] : []),
  ]
  const said = tries > 0 ? missing : []
  const saying = (field: string) => said.find((fault) => fault.field === field)?.sentence
  const signIn = async () => {
    if (busy) return
    setFailure(null)
    if (missing.length > 0) return setTries(tries + 1)
    setBusy(true)
    const answer = await ask('siege/sign-in', DoneAnswer, { email: email.trim(), password })
    if (!answer.done) setFailure(answer.failure)
    else await queryClient.resetQueries({ queryKey: [STAFF_KEY] })
    setBusy(false)
  }
  return (
    <div className="narrow stack">
      <PageTitle said={STAFF.said(STAFF_SIGN_IN.submit)}>{STAFF_SIGN_IN.title}</PageTitle>
      <ErrorSummary faults={said} tries={tries} />
      {failure ? <Trouble failure={failure} /> : null}
      <Form onSubmit={() => void signIn()}>
        <TextField
          id={fieldId('email')}
          label={STAFF_SIGN_IN.email}
          type="email"
          required
          autoComplete="username"
          value={email}
          onChange={setEmail}
          error={saying('email')}
        />
        <PasswordField
          id={fieldId('password')}
          label={STAFF_SIGN_IN.password}
          show={PAGES.show}
          use="current-password"
          value={password}
          onChange={setPassword}
          error={saying('password')}
        />
        <div className="ways start">
          <SubmitButton busy={busy}>{busy ? STAFF_SIGN_IN.busy : STAFF_SIGN_IN.submit}</SubmitButton>
        </div>
      </Form>
      <p className="muted">{STAFF_SIGN_IN.lost}</p>
    </div>
  )
}
