import { useState } from 'react'
import { ConfirmAnswer } from '../../contract/candidate-pages.ts'
import { PasswordField } from '../../kit/password-field.tsx'
import { CONFIRM } from '../../text/pages/account.ts'
import { PAGES } from '../../text/pages/frame.ts'
import { useAddress } from '../address.ts'
import { type Answer, ask } from '../api.ts'
import { ErrorSummary } from '../form/error-summary.tsx'
import { fieldId } from '../form/focus-field.ts'
import { Form, SubmitButton } from '../form/form.tsx'
import { type Outcome, OutcomeScreen } from '../frame/outcome-screen.tsx'
import { PageLink } from '../frame/page-link.tsx'
import { PageTitle } from '../frame/page-title.tsx'
import { Trouble } from '../frame/trouble.tsx'
import { queryClient } from '../queries.ts'
import { isWholeToken } from '../whole-token.ts'

/**
 * The link of the first mail, with the password of the form that it is for. It posts at a click only: programs that follow the links of
 * a mail must confirm nothing.
 */
export function ConfirmScreen() {
  const token = useAddress().query.get('jeton') ?? ''
  const [password, setPassword] = useState('')
  const [tries, setTries] = useState(0)
  const [busy, setBusy] = useState(false)
  const [answer, setAnswer] = useState<Answer<ConfirmAnswer> | null>(null)
  const confirm = async () => {
    if (busy) return
    setAnswer(null)
    setTries(tries + 1)
    if (password === '') return
    setBusy(true)
    const given = await ask('confirm', ConfirmAnswer, { token, password })
    if (given.done) void queryClient.invalidateQueries()
    setAnswer(given)
    setBusy(false)
  }
  const outcome = isWholeToken(token) ? answer && outcomeOf(answer) : CUT
  if (outcome) return <OutcomeScreen key={outcome.title} {...outcome} />
  const isWrong = answer?.done === false && answer.failure.code === 'wrong-login'
  const fault = isWrong ? CONFIRM.passwordWrong : tries > 0 && password === '' ? CONFIRM.passwordMissing : null
  return (
    <div className="narrow stack">
      <PageTitle said={CONFIRM.title}>{CONFIRM.title}</PageTitle>
      <p className="lead">{CONFIRM.text}</p>
      <ErrorSummary faults={fault ? [{ field: 'password', sentence: fault }] : []} tries={tries} />
      {answer && !answer.done && !isWrong ? <Trouble failure={answer.failure} /> : null}
      <Form onSubmit={() => void confirm()}>
        <PasswordField
          id={fieldId('password')}
          label={CONFIRM.password}
          hint={CONFIRM.passwordHint}
          show={PAGES.show}
          use="current-password"
          value={password}
          onChange={setPassword}
          error={fault}
        />
        <div className="ways start">
          <SubmitButton busy={busy}>{busy ? CONFIRM.busy : CONFIRM.submit}</SubmitButton>
        </div>
      </Form>
      <p className="muted">
        {CONFIRM.lost} <PageLink to={toForm.to}>{toForm.link}</PageLink>
      </p>
    </div>
  )
}

const toSpace = { to: '/espace', link: CONFIRM.signIn }
const toForm = { to: '/inscription', link: CONFIRM.again }
const CUT: Outcome = { title: CONFIRM.unreadableTitle, text: CONFIRM.unreadable, ...toForm }

/** What the answer means for the person; null when trying again may help. */
function outcomeOf(answer: Answer<ConfirmAnswer>): Outcome | null {
  if (answer.done) {
    const { blocked } = answer.value
    if (blocked === null) return { title: CONFIRM.doneTitle, text: CONFIRM.done, ...toSpace }
    return { title: CONFIRM.blockedTitle, text: CONFIRM.blocked[blocked], ...toSpace }
  }
  switch (answer.failure.code) {
    case 'link-used':
      return { title: CONFIRM.usedTitle, text: CONFIRM.used, ...toSpace }
    case 'link-expired':
      return { title: CONFIRM.expiredTitle, text: CONFIRM.expired, ...toForm }
    case 'bad-request':
    case 'not-found':
      return CUT
    case 'nir-unavailable':
      return { title: CONFIRM.stuckTitle, text: CONFIRM.stuck, ...toForm }
    default:
      return null
  }
}
