import { useState } from 'react'
import { ConfirmAnswer } from '../../contract/candidate-pages.ts'
import { CONFIRM } from '../../text/pages/account.ts'
import { useAddress } from '../address.ts'
import { type Answer, ask } from '../api.ts'
import { Form, SubmitButton } from '../form/form.tsx'
import { PageLink } from '../frame/page-link.tsx'
import { PageTitle } from '../frame/page-title.tsx'
import { Trouble } from '../frame/trouble.tsx'
import { queryClient } from '../queries.ts'

/** The link of the first mail. It posts at a click only: programs that follow the links of a mail must confirm nothing. */
export function ConfirmScreen() {
  const token = useAddress().query.get('jeton') ?? ''
  const [busy, setBusy] = useState(false)
  const [answer, setAnswer] = useState<Answer<ConfirmAnswer> | null>(null)
  const confirm = async () => {
    if (busy) return
    setBusy(true)
    const given = await ask('confirm', ConfirmAnswer, { token })
    if (given.done) void queryClient.invalidateQueries()
    setAnswer(given)
    setBusy(false)
  }
  const outcome = answer ? outcomeOf(answer) : null
  if (outcome) {
    return (
      <div className="narrow stack" key={outcome.title}>
        <PageTitle said={outcome.title}>{outcome.title}</PageTitle>
        <p className="lead">{outcome.text}</p>
        <div className="ways start">
          <PageLink to={outcome.to} look="primary">
            {outcome.link}
          </PageLink>
        </div>
      </div>
    )
  }
  return (
    <div className="narrow stack">
      <PageTitle said={CONFIRM.title}>{CONFIRM.title}</PageTitle>
      <p className="lead">{CONFIRM.text}</p>
      {answer && !answer.done ? <Trouble failure={answer.failure} /> : null}
      <Form onSubmit={() => void confirm()}>
        <div className="ways start">
          <SubmitButton busy={busy}>{busy ? CONFIRM.busy : CONFIRM.submit}</SubmitButton>
        </div>
      </Form>
    </div>
  )
}

type Outcome = { title: string; text: string; to: string; link: string }

const toSpace = { to: '/espace', link: CONFIRM.signIn }
const toForm = { to: '/inscription', link: CONFIRM.again }

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
      return { title: CONFIRM.unreadableTitle, text: CONFIRM.unreadable, ...toForm }
    default:
      return null
  }
}
