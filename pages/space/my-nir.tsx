import { useState } from 'react'
import { DoneAnswer, type MeAnswer } from '../../contract/candidate-pages.ts'
import { Button } from '../../kit/button.tsx'
import { MaskedField } from '../../kit/masked-field.tsx'
import { PasswordField } from '../../kit/password-field.tsx'
import { Notice } from '../../kit/status-tag.tsx'
import { PAGES } from '../../text/pages/frame.ts'
import { STEP_IDENTITY } from '../../text/pages/register.ts'
import { NIR } from '../../text/pages/space.ts'
import { ask, type Failure } from '../api.ts'
import { ErrorSummary } from '../form/error-summary.tsx'
import { fieldId } from '../form/focus-field.ts'
import { Form, SubmitButton } from '../form/form.tsx'
import { Trouble } from '../frame/trouble.tsx'
import { queryClient } from '../queries.ts'
import { nirFault, nirFaultSoFar, nirMasked, nirTyped } from '../register/typed-nir.ts'

type Held = NonNullable<MeAnswer['nir']>

/** Whether HQ holds their number; it is given or taken back here. Nothing where HQ neither holds one nor asks. */
export function MyNir({ nir }: { nir: MeAnswer['nir'] }) {
  if (!nir?.given && !nir?.asked) return null
  return (
    <details className="card fold">
      <summary>
        <h2>{NIR.title}</h2>
      </summary>
      <div className="pad stack">
        <p>{nir.given ? NIR.given : NIR.notGiven}</p>
        {nir.open ? <NirForm held={nir} /> : <p className="muted">{NIR.closed}</p>}
      </div>
    </details>
  )
}

type Sent = 'number' | 'nothing'

function NirForm({ held: { given, asked } }: { held: Held }) {
  const [typed, setTyped] = useState('')
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState<Sent | null>(null)
  const [tries, setTries] = useState(0)
  const [busy, setBusy] = useState(false)
  const [done, setDone] = useState<string | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const wrong = failure?.code === 'wrong-login'
  const faultsOf = (sent: Sent) => {
    const number = sent === 'nothing' ? null : typed.trim() === '' ? NIR.missing : nirFault(typed)
    return [
      ...(number === null ? [] : [{ field: 'nir', sentence: number }]),
      ...(password === '' ? [{ field: 'nir-password', sentence: NIR.passwordMissing }] : []),
    ]
  }
  const said = tried === null ? [] : faultsOf(tried)
  const sayFault = (field: string) => said.find((fault) => fault.field === field)?.sentence
  const send = async (sent: Sent) => {
    if (busy) return
    setFailure(null)
    setDone(null)
    setTried(sent)
    setTries(tries + 1)
    if (faultsOf(sent).length > 0) return
    setBusy(true)
    const answer = await ask('me/nir', DoneAnswer, { nir: sent === 'number' ? nirTyped(typed) : null, password })
    if (answer.done || answer.failure.code !== 'wrong-login') await queryClient.invalidateQueries({ queryKey: ['me'] })
    setBusy(false)
    if (!answer.done) return setFailure(answer.failure)
    setDone(sent === 'number' ? NIR.added : NIR.removed)
    setTried(null)
    setTyped('')
    setPassword('')
  }
  return (
    <>
      <ErrorSummary faults={said} tries={tries} />
      {failure && !wrong ? <Trouble failure={failure} /> : null}
      {done ? (
        <div role="status">
          <Notice tone="go" icon="check">
            {done}
          </Notice>
        </div>
      ) : null}
      <Form onSubmit={() => void send(asked ? 'number' : 'nothing')}>
        {asked ? (
          <MaskedField
            id={fieldId('nir')}
            label={given ? NIR.replace : NIR.add}
            hint={STEP_IDENTITY.nirHint}
            value={typed}
            onChange={setTyped}
            masked={nirMasked(typed)}
            change={STEP_IDENTITY.nirChange}
            error={sayFault('nir') ?? nirFaultSoFar(typed)}
          />
        ) : null}
        <PasswordField
          id={fieldId('nir-password')}
          label={NIR.password}
          show={PAGES.show}
          use="current-password"
          value={password}
          onChange={setPassword}
          error={wrong ? NIR.passwordWrong : sayFault('nir-password')}
        />
        <div className="ways start">
          {asked ? <SubmitButton busy={busy}>{busy ? NIR.busy : NIR.submit}</SubmitButton> : null}
          {given ? <Button onPress={() => void send('nothing')}>{NIR.remove}</Button> : null}
        </div>
      </Form>
    </>
  )
}
