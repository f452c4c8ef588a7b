import { useState } from 'react'
import { DoneAnswer } from '../../contract/candidate-pages.ts'
import { EmailAddress } from '../../domain/shapes/registration.ts'
import { Button } from '../../kit/button.tsx'
import { Choices, TextField } from '../../kit/fields.tsx'
import { RECOVER } from '../../text/pages/account.ts'
import { ask } from '../api.ts'
import { ErrorSummary } from '../form/error-summary.tsx'
import { fieldId } from '../form/focus-field.ts'
import { Form, SubmitButton } from '../form/form.tsx'
import { useSending } from '../form/use-sending.ts'
import { PageLink } from '../frame/page-link.tsx'
import { PageTitle } from '../frame/page-title.tsx'
import { Trouble } from '../frame/trouble.tsx'

type Lost = 'nuc' | 'password'

/** The NUC or the password back by mail. What is said afterwards is the same whether or not the address is known. */
export function RecoverScreen() {
  const [what, setWhat] = useState<Lost | null>(null)
  const [email, setEmail] = useState('')
  const [sentTo, setSentTo] = useState<string | null>(null)
  const { busy, failure, tries, said, saying, send } = useSending([
    ...(what === null ? [{ field: 'what', sentence: RECOVER.whatMissing }] : []),
    ...(EmailAddress.safeParse(email).success ? [] : [{ field: 'email', sentence: RECOVER.emailInvalid }]),
  ])
  const recover = () =>
    send(
      () => ask('recover', DoneAnswer, { what, email: email.trim() }),
      () => setSentTo(email.trim()),
    )
  if (sentTo !== null) return <RecoverSent email={sentTo} again={() => setSentTo(null)} />
  return (
    <div className="narrow stack">
      <PageTitle said={RECOVER.title}>{RECOVER.title}</PageTitle>
      <p>{RECOVER.intro}</p>
      <ErrorSummary faults={said} tries={tries} />
      {failure ? <Trouble failure={failure} /> : null}
      <Form onSubmit={() => void recover()}>
        <Choices
          id={fieldId('what')}
          label={RECOVER.what}
          required
          value={what}
          error={saying('what')}
          options={[
            { value: 'nuc', label: RECOVER.nuc },
            { value: 'password', label: RECOVER.lostPassword },
          ]}
          onChange={setWhat}
        />
        <TextField
          id={fieldId('email')}
          label={RECOVER.email}
          type="email"
          required
          autoComplete="email"
          value={email}
          onChange={setEmail}
          error={saying('email')}
        />
        <div className="ways start">
          <SubmitButton busy={busy}>{busy ? RECOVER.busy : RECOVER.submit}</SubmitButton>
        </div>
      </Form>
    </div>
  )
}

function RecoverSent({ email, again }: { email: string; again: () => void }) {
  return (
    <div className="narrow stack">
      <PageTitle said={RECOVER.doneTitle}>{RECOVER.doneTitle}</PageTitle>
      <p className="lead">{RECOVER.done(email)}</p>
      <h2>{RECOVER.noneTitle}</h2>
      <p>{RECOVER.none}</p>
      <div className="ways start">
        <Button onPress={again}>{RECOVER.again}</Button>
        <PageLink to="/connexion">{RECOVER.signIn}</PageLink>
      </div>
    </div>
  )
}
