import { type ReactNode, useState } from 'react'
import { DoneAnswer } from '../../contract/candidate-pages.ts'
import { TextField } from '../../kit/fields.tsx'
import { PasswordField } from '../../kit/password-field.tsx'
import { PAGES } from '../../text/pages/frame.ts'
import { ask } from '../api.ts'
import { Trouble } from '../frame/trouble.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { fieldId } from './focus-field.ts'
import { Form, SubmitButton } from './form.tsx'
import { useSending } from './use-sending.ts'

type SignInFormProps = {
  /** Of HQ's API. */
  path: string
  /** What one signs in by, under its name in the request. */
  login: { name: 'login' | 'email'; label: string; hint?: string; missing: string }
  words: { password: string; passwordMissing: string; submit: string; busy: string }
  onDone: () => unknown
  /** Beside the button. */
  children?: ReactNode
}

/** Who it is and the password, for candidates as for HQ's staff. */
export function SignInForm({ path, login, words, onDone, children }: SignInFormProps) {
  const { name, label, hint } = login
  const [who, setWho] = useState('')
  const [password, setPassword] = useState('')
  const { busy, failure, tries, said, saying, send } = useSending([
    ...(who.trim() === '' ? [{ field: name, sentence: login.missing }] : []),
    ...(password === '' ? [{ field: 'password', sentence: words.passwordMissing }] : []),
  ])
  const signIn = () => send(() => ask(path, DoneAnswer, { [name]: who.trim(), password }), onDone)
  return (
    <>
      <ErrorSummary faults={said} tries={tries} />
      {failure ? <Trouble failure={failure} /> : null}
      <Form onSubmit={() => void signIn()}>
        <TextField
          id={fieldId(name)}
          label={label}
          hint={hint}
          type={name === 'email' ? 'email' : 'text'}
          required
          autoComplete="username"
          value={who}
          onChange={setWho}
          error={saying(name)}
        />
        <PasswordField
          id={fieldId('password')}
          label={words.password}
          show={PAGES.show}
          use="current-password"
          value={password}
          onChange={setPassword}
          error={saying('password')}
        />
        <div className="ways start">
          <SubmitButton busy={busy}>{busy ? words.busy : words.submit}</SubmitButton>
          {children}
        </div>
      </Form>
    </>
  )
}
