import { useEffect, useState } from 'react'
import { DoneAnswer } from '../../contract/candidate-pages.ts'
import { TextField } from '../../kit/fields.tsx'
import { PasswordField } from '../../kit/password-field.tsx'
import { SIGN_IN } from '../../text/pages/account.ts'
import { PAGES } from '../../text/pages/frame.ts'
import { go, useAddress } from '../address.ts'
import { ask, type Failure } from '../api.ts'
import { ErrorSummary } from '../form/error-summary.tsx'
import { fieldId } from '../form/focus-field.ts'
import { Form, SubmitButton } from '../form/form.tsx'
import { PageLink } from '../frame/page-link.tsx'
import { PageTitle } from '../frame/page-title.tsx'
import { Trouble } from '../frame/trouble.tsx'
import { queryClient, useMe } from '../queries.ts'
import { afterSignIn } from './ask-to-sign-in.ts'

/** With the NUC or the confirmed address. Whoever is signed in already goes straight to where they were going. */
export function SignInScreen() {
  const me = useMe()
  const { state } = useAddress()
  const to = afterSignIn(state)
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const [tries, setTries] = useState(0)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const signedIn = me.data !== undefined
  useEffect(() => {
    if (signedIn) go(to, { replace: true })
  }, [signedIn, to])
  const missing = [
    ...(login.trim() === '' ? [{ field: 'login', sentence: SIGN_IN.loginMissing }] : []),
    ...(password === '' ? [{ field: 'password', sentence: SIGN_IN.passwordMissing }] : []),
  ]
  const said = tries > 0 ? missing : []
  const saying = (field: string) => said.find((fault) => fault.field === field)?.sentence
  const signIn = async () => {
    if (busy) return
    setFailure(null)
    if (missing.length > 0) return setTries(tries + 1)
    setBusy(true)
    const answer = await ask('sign-in', DoneAnswer, { login: login.trim(), password })
    setBusy(false)
    if (!answer.done) return setFailure(answer.failure)
    // What was read as nobody, or as somebody else, is not this person's.
    queryClient.removeQueries({ queryKey: ['me'] })
    go(to, { replace: true })
  }
  return (
    <div className="narrow stack">
      <PageTitle said={SIGN_IN.title}>{SIGN_IN.title}</PageTitle>
      <ErrorSummary faults={said} tries={tries} />
      {failure ? <Trouble failure={failure} /> : null}
      <Form onSubmit={() => void signIn()}>
        <TextField
          id={fieldId('login')}
          label={SIGN_IN.login}
          hint={SIGN_IN.loginHint}
          required
          autoComplete="username"
          value={login}
          onChange={setLogin}
          error={saying('login')}
        />
        <PasswordField
          id={fieldId('password')}
          label={SIGN_IN.password}
          show={PAGES.show}
          use="current-password"
          value={password}
          onChange={setPassword}
          error={saying('password')}
        />
        <div className="ways start">
          <SubmitButton busy={busy}>{busy ? SIGN_IN.busy : SIGN_IN.submit}</SubmitButton>
          <PageLink to="/oubli">{SIGN_IN.lost}</PageLink>
        </div>
      </Form>
      <p className="muted">
        {SIGN_IN.none} <PageLink to="/inscription">{SIGN_IN.register}</PageLink>
      </p>
    </div>
  )
}
