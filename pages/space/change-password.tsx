import { useState } from 'react'
import { DoneAnswer } from '../../contract/candidate-pages.ts'
import { PasswordField } from '../../kit/password-field.tsx'
import { Notice } from '../../kit/status-tag.tsx'
import { PAGES } from '../../text/pages/frame.ts'
import { PASSWORD } from '../../text/pages/space.ts'
import { ask } from '../api.ts'
import { ErrorSummary } from '../form/error-summary.tsx'
import { fieldId } from '../form/focus-field.ts'
import { Form, SubmitButton } from '../form/form.tsx'
import { NewPassword } from '../form/new-password.tsx'
import { NO_PASSWORD, newPasswordFaults } from '../form/new-password-faults.ts'
import { useSending } from '../form/use-sending.ts'
import { Trouble } from '../frame/trouble.tsx'

/** Folded away until it is wanted: few come for it. */
export function ChangePassword() {
  return (
    <details className="card fold">
      <summary>
        <h2>{PASSWORD.title}</h2>
      </summary>
      <PasswordForm />
    </details>
  )
}

function PasswordForm() {
  const [current, setCurrent] = useState('')
  const [typed, setTyped] = useState(NO_PASSWORD)
  const [done, setDone] = useState(false)
  const { busy, failure, tries, said, saying, send, beginAgain } = useSending([
    ...(current === '' ? [{ field: 'current', sentence: PASSWORD.currentMissing }] : []),
    ...newPasswordFaults(typed),
  ])
  const wrong = failure?.code === 'wrong-login'
  const save = () => {
    setDone(false)
    const asking = () => ask('me/password', DoneAnswer, { current, password: typed.password })
    return send(asking, () => {
      setDone(true)
      beginAgain()
      setCurrent('')
      setTyped(NO_PASSWORD)
    })
  }
  return (
    <div className="pad stack">
      <ErrorSummary faults={said} tries={tries} />
      {failure && !wrong ? <Trouble failure={failure} /> : null}
      {done ? (
        <div role="status">
          <Notice tone="go" icon="check">
            {PASSWORD.done}
          </Notice>
        </div>
      ) : null}
      <Form onSubmit={() => void save()}>
        <PasswordField
          id={fieldId('current')}
          label={PASSWORD.current}
          show={PAGES.show}
          use="current-password"
          value={current}
          onChange={setCurrent}
          error={wrong ? PASSWORD.wrong : saying('current')}
        />
        <NewPassword typed={typed} onChange={setTyped} faults={said} />
        <div className="ways start">
          <SubmitButton busy={busy}>{busy ? PASSWORD.busy : PASSWORD.submit}</SubmitButton>
        </div>
      </Form>
    </div>
  )
}
