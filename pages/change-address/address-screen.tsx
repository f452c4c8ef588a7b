import { useState } from 'react'
import type { z } from 'zod'
import { ChangeAddressAnswer, DoneAnswer } from '../../contract/candidate-pages.ts'
import { ADDRESS, STOP_ADDRESS } from '../../text/pages/account.ts'
import { useAddress } from '../address.ts'
import { type Answer, ask } from '../api.ts'
import { Form, SubmitButton } from '../form/form.tsx'
import { type Outcome, OutcomeScreen } from '../frame/outcome-screen.tsx'
import { PageTitle } from '../frame/page-title.tsx'
import { Trouble } from '../frame/trouble.tsx'
import { queryClient } from '../queries.ts'

/**
 * The links of the mails about another address: `?jeton=` at the new one makes it the candidate's, `?annuler=` at the old one stops it.
 * They post at a click only: programs that follow the links of a mail must change nothing, and stop nothing.
 */
export function AddressScreen() {
  const { query } = useAddress()
  const stop = query.get('annuler')
  return stop === null ? (
    <LinkScreen
      {...{ path: 'change-address', shape: ChangeAddressAnswer, token: query.get('jeton') ?? '' }}
      {...{ words: ADDRESS, outcomeOf: outcomeOfChange }}
    />
  ) : (
    <LinkScreen
      {...{ path: 'stop-address-change', shape: DoneAnswer, token: stop }}
      {...{ words: STOP_ADDRESS, outcomeOf: outcomeOfStop }}
    />
  )
}

type LinkScreenProps<T> = {
  path: string
  shape: z.ZodType<T>
  token: string
  words: { title: string; text: string; submit: string; busy: string }
  /** What the answer means for the person; null when trying again may help. */
  outcomeOf: (answer: Answer<T>) => Outcome | null
}

function LinkScreen<T>({ path, shape, token, words, outcomeOf }: LinkScreenProps<T>) {
  const [busy, setBusy] = useState(false)
  const [answer, setAnswer] = useState<Answer<T> | null>(null)
  const follow = async () => {
    if (busy) return
    setAnswer(null)
    setBusy(true)
    const given = await ask(path, shape, { token })
    if (given.done) void queryClient.invalidateQueries()
    setAnswer(given)
    setBusy(false)
  }
  const outcome = answer ? outcomeOf(answer) : null
  if (outcome) return <OutcomeScreen key={outcome.title} {...outcome} />
  return (
    <div className="narrow stack">
      <PageTitle said={words.title}>{words.title}</PageTitle>
      <p className="lead">{words.text}</p>
      {answer && !answer.done ? <Trouble failure={answer.failure} /> : null}
      <Form onSubmit={() => void follow()}>
        <div className="ways start">
          <SubmitButton busy={busy}>{busy ? words.busy : words.submit}</SubmitButton>
        </div>
      </Form>
    </div>
  )
}

const toSpace = { to: '/espace', link: ADDRESS.space }
const toPassword = { to: '/oubli', link: ADDRESS.newPassword }

function outcomeOfChange(answer: Answer<ChangeAddressAnswer>): Outcome | null {
  if (answer.done) {
    return answer.value.changed
      ? { title: ADDRESS.doneTitle, text: ADDRESS.done, ...toSpace }
      : { title: ADDRESS.provedTitle, text: ADDRESS.proved, ...toSpace }
  }
  switch (answer.failure.code) {
    case 'link-used':
      return { title: ADDRESS.usedTitle, text: ADDRESS.used, ...toSpace }
    case 'link-expired':
      return { title: ADDRESS.expiredTitle, text: ADDRESS.expired, ...toSpace }
    case 'link-stopped':
      return { title: ADDRESS.stoppedTitle, text: ADDRESS.stopped, ...toPassword }
    case 'address-taken':
      return { title: ADDRESS.takenTitle, text: ADDRESS.taken, ...toSpace }
    case 'bad-request':
      return { title: ADDRESS.unreadableTitle, text: ADDRESS.unreadable, ...toSpace }
    default:
      return null
  }
}

function outcomeOfStop(answer: Answer<DoneAnswer>): Outcome | null {
  if (answer.done) return { title: STOP_ADDRESS.doneTitle, text: STOP_ADDRESS.done, ...toPassword }
  switch (answer.failure.code) {
    case 'link-used':
      return { title: STOP_ADDRESS.usedTitle, text: STOP_ADDRESS.used, ...toSpace }
    case 'link-expired':
      return { title: STOP_ADDRESS.expiredTitle, text: STOP_ADDRESS.expired, ...toSpace }
    case 'address-changed':
      return { title: STOP_ADDRESS.lateTitle, text: STOP_ADDRESS.late, ...toSpace }
    case 'bad-request':
      return { title: ADDRESS.unreadableTitle, text: ADDRESS.unreadable, ...toSpace }
    default:
      return null
  }
}
