import { useState } from 'react'
import { DoneAnswer, type MeAnswer } from '../../contract/candidate-pages.ts'
import { addressKey } from '../../domain/registration.ts'
import { EmailAddress } from '../../domain/shapes/registration.ts'
import { TextField } from '../../kit/fields.tsx'
import { PasswordField } from '../../kit/password-field.tsx'
import { Notice } from '../../kit/status-tag.tsx'
import { parisMoment } from '../../text/mails/words.ts'
import { PAGES } from '../../text/pages/frame.ts'
import { EMAIL } from '../../text/pages/space.ts'
import { ask, type Failure } from '../api.ts'
import { ErrorSummary, type SaidFault } from '../form/error-summary.tsx'
import { fieldId } from '../form/focus-field.ts'
import { Form, SubmitButton } from '../form/form.tsx'
import { useSending } from '../form/use-sending.ts'
import { Trouble } from '../frame/trouble.tsx'

type Typed = { email: string; again: string; password: string }
/** Of this form alone: another one on the page asks for a password too. */
type Field = 'newEmail' | 'newEmailAgain' | 'emailPassword'
const NOTHING: Typed = { email: '', again: '', password: '' }

/** Folded away until it is wanted: few come for it. Open when a centre asked for another address, which its owner may not know. */
export function ChangeEmail({
  email,
  emailAsked,
  emailChange,
}: Pick<MeAnswer, 'email' | 'emailAsked' | 'emailChange'>) {
  return (
    <details className="card fold" open={emailChange !== null || emailAsked !== null}>
      <summary>
        <h2>{EMAIL.title}</h2>
      </summary>
      {emailChange === null ? null : <ChangeUnderWay {...emailChange} />}
      <EmailForm present={email} asked={emailAsked} />
    </details>
  )
}

function ChangeUnderWay({ to, changesAt }: NonNullable<MeAnswer['emailChange']>) {
  return (
    <div className="pad">
      <Notice tone="wait" icon="alert">
        {changesAt === null ? EMAIL.toConfirm(to) : EMAIL.from(to, parisMoment(changesAt))} {EMAIL.stoppable}
      </Notice>
    </div>
  )
}

function EmailForm({ present, asked }: { present: string; asked: MeAnswer['emailAsked'] }) {
  const [typed, setTyped] = useState(NOTHING)
  const [sentTo, setSentTo] = useState<string | null>(null)
  const { busy, failure, tries, said, saying, send, beginAgain } = useSending(emailFaults(typed, present))
  const wrong = failure?.code === 'wrong-login'
  const type = (part: Partial<Typed>) => setTyped((before) => ({ ...before, ...part }))
  const change = () => {
    setSentTo(null)
    const { password } = typed
    const email = typed.email.trim()
    return send(
      () => ask('me/email', DoneAnswer, { password, email }),
      () => {
        setSentTo(email)
        beginAgain()
        setTyped(NOTHING)
      },
    )
  }
  return (
    <div className="pad stack">
      <p>{EMAIL.intro}</p>
      <p className="muted">{EMAIL.now(present)}</p>
      {asked && sentTo === null ? (
        <Notice tone="wait" icon="clock">
          {EMAIL.asked(asked.to, parisMoment(asked.validBefore))}
        </Notice>
      ) : null}
      <ErrorSummary faults={said} tries={tries} />
      {failure && !wrong ? <AskTrouble failure={failure} /> : null}
      {sentTo === null ? null : (
        <div role="status">
          <Notice tone="go" icon="check">
            {EMAIL.done(sentTo)}
          </Notice>
        </div>
      )}
      <Form onSubmit={() => void change()}>
        <TextField
          id={fieldId('newEmail')}
          label={EMAIL.next}
          type="email"
          autoComplete="email"
          value={typed.email}
          onChange={(email) => type({ email })}
          error={saying('newEmail')}
        />
        <TextField
          id={fieldId('newEmailAgain')}
          label={EMAIL.again}
          type="email"
          autoComplete="off"
          value={typed.again}
          onChange={(again) => type({ again })}
          error={saying('newEmailAgain')}
        />
        <PasswordField
          id={fieldId('emailPassword')}
          label={EMAIL.password}
          show={PAGES.show}
          use="current-password"
          value={typed.password}
          onChange={(password) => type({ password })}
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
