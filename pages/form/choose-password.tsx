import { type ReactNode, useState } from 'react'
import { DoneAnswer } from '../../contract/candidate-pages.ts'
import { Notice } from '../../kit/status-tag.tsx'
import { TROUBLES } from '../../text/pages/frame.ts'
import { ask, type Failure } from '../api.ts'
import { ErrorSummary } from './error-summary.tsx'
import { Form, SubmitButton } from './form.tsx'
import { NewPassword } from './new-password.tsx'
import { NO_PASSWORD, newPasswordFaults } from './new-password-faults.ts'
import { useSending } from './use-sending.ts'

type ChoosePasswordProps = {
  /** Of HQ's API. */
  path: string
  token: string
  words: { submit: string; busy: string; expired: string; used: string; unreadable: string }
  /** How to have another link, beside what is said of one that no longer works. */
  another?: ReactNode
  onDone: () => void
}

/** A new password by the link that was given, for candidates as for HQ's staff. */
export function ChoosePassword({ path, token, words, another, onDone }: ChoosePasswordProps) {
  const [typed, setTyped] = useState(NO_PASSWORD)
  const { busy, failure, tries, said, send } = useSending(newPasswordFaults(typed))
  const save = () => send(() => ask(path, DoneAnswer, { token, password: typed.password }), onDone)
  const sentence = failure && linkSentence(failure, words)
  return (
    <>
      <ErrorSummary faults={said} tries={tries} />
      {failure ? (
        <div role="alert">
          <Notice tone="stop" icon="alert">
            {sentence ?? TROUBLES[failure.code]} {sentence === null ? null : another}
          </Notice>
        </div>
      ) : null}
      <Form onSubmit={() => void save()}>
        <NewPassword typed={typed} onChange={setTyped} faults={said} />
        <div className="ways start">
          <SubmitButton busy={busy}>{busy ? words.busy : words.submit}</SubmitButton>
        </div>
      </Form>
    </>
  )
}

/** Null when it is not about the link: it is then said as everywhere. */
function linkSentence({ code }: Failure, words: ChoosePasswordProps['words']): string | null {
  if (code === 'link-expired') return words.expired
  if (code === 'link-used') return words.used
  return code === 'bad-request' || code === 'not-found' ? words.unreadable : null
}
