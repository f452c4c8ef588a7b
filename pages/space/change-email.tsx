import { useState } from 'react'
import { DoneAnswer } from '../../contract/candidate-pages.ts'
import { addressKey, EmailAddress } from '../../domain/registration.ts'
import { TextField } from '../../kit/fields.tsx'
import { PasswordField } from '../../kit/password-field.tsx'
import { Notice } from '../../kit/status-tag.tsx'
import { PAGES } from '../../text/pages/frame.ts'
import { EMAIL } from '../../text/pages/space.ts'
import { ask, type Failure } from '../api.ts'
import { ErrorSummary, type SaidFault } from '../form/error-summary.tsx'
import { fieldId } from '../form/focus-field.ts'
import { Form, SubmitButton } from '../form/form.tsx'
import { Trouble } from '../frame/trouble.tsx'

type Typed = { email: string; again: string; password: string }
/** Of this form alone: another one on the page asks for a password too. */
type Field = 'newEmail' | 'newEmailAgain' | 'emailPassword'
const NOTHING: Typed = { email: '', again: '', password: '' }

/** Folded away until it is wanted: few come for it. */
export function ChangeEmail({ email }: { email: string }) {
  return (
    <details className="card fold">
      <summary>
        <h2>{EMAIL.title}</h2>
      </summary>
      <EmailForm present={email} />
    </details>
  )
}

function EmailForm({ present }: { present: string }) {
  const [typed, setTyped] = useState(NOTHING)
  const [tries, setTries] = useState(0)
  const [busy, setBusy] = useState(false)
  const [sentTo, setSentTo] = useState<string | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const faults = emailFaults(typed, present)
  const said = tries > 0 ? faults : []
  const wrong = failure?.code === 'wrong-login'
  const saying = (field: Field) => said.find((fault) => fault.field === field)?.sentence
  const change = (part: Partial<Typed>) => setTyped((before) => ({ ...before, ...part }))
  const send = async () => {
    if (busy) return
    setFailure(null)
    setSentTo(null)
    if (faults.length > 0) return setTries(tries + 1)
    setBusy(true)
    const { password } = typed
    const email = typed.email.trim()
    const answer = await ask('me/email', DoneAnswer, { password, email })
    setBusy(false)
    if (!answer.done) return setFailure(answer.failure)
    setSentTo(email)
    setTries(0)
    setTyped(NOTHING)
  }
  return (
    <div className="pad stack">
      <p>{EMAIL.intro}</p>
      <p className="muted">{EMAIL.now(present)}</p>
      <ErrorSummary faults={said} tries={tries} />
      {failure && !wrong ? <AskTrouble failure={failure} /> : null}
      {sentTo === null ? null : (
        <div role="status">
          <Notice tone="go" icon="check">
            {EMAIL.done(sentTo)}
          </Notice>
        </div>
      )}
      <Form onSubmit={() => void send()}>
        <TextField
          id={fieldId('newEmail')}
          label={EMAIL.next}
          type="email"
          autoComplete="email"
          value={typed.email}
          onChange={(email) => change({ email })}
          error={saying('newEmail')}
        />
        <TextField
          id={fieldId('newEmailAgain')}
          label={EMAIL.again}
          type="email"
          autoComplete="off"
          value={typed.again}
          onChange={(again) => change({ again })}
          error={saying('newEmailAgain')}
        />
        <PasswordField
          id={fieldId('emailPassword')}
          label={EMAIL.password}
          show={PAGES.show}
          use="current-password"
          value={typed.password}
          onChange={(password) => change({ password })}
          error={wrong ? EMAIL.passwordWrong : saying('emailPassword')}
        />
        <div className="ways start">
          <SubmitButton busy={busy}>{busy ? EMAIL.busy : EMAIL.submit}</SubmitButton>
        </div>
      </Form>
    </div>
  )
}

/** What is wrong, field by field, in words. */
function emailFaults({ email, again, password }: Typed, present: string): SaidFault[] {
  const faults: SaidFault[] = []
  const fault = (field: Field, sentence: string) => faults.push({ field, sentence })
  if (email.trim() === '') fault('newEmail', EMAIL.missing)
  else if (!EmailAddress.safeParse(email).success) fault('newEmail', EMAIL.invalid)
  else if (addressKey(email) === addressKey(present)) fault('newEmail', EMAIL.same)
  else if (addressKey(email) !== addressKey(again)) fault('newEmailAgain', EMAIL.differs)
  if (password === '') fault('emailPassword', EMAIL.passwordMissing)
  return faults
}

function AskTrouble({ failure }: { failure: Failure }) {
  // With an instant it is the password that was tried too often.
  if (failure.code !== 'too-many-tries' || failure.detail !== undefined) return <Trouble failure={failure} />
  return (
    <div role="alert">
      <Notice tone="stop" icon="alert">
        {EMAIL.tooMany}
      </Notice>
    </div>
  )
}
