import { useState } from 'react'
import { DoneAnswer } from '../../contract/candidate-pages.ts'
import { EmailAddress } from '../../domain/shapes/registration.ts'
import { Button } from '../../kit/button.tsx'
import { TextField } from '../../kit/fields.tsx'
import { Notice } from '../../kit/status-tag.tsx'
import { FAULTS } from '../../text/pages/faults.ts'
import { NO_CENTRE } from '../../text/pages/register.ts'
import { ask, type Failure } from '../api.ts'
import { fieldId, focusField } from '../form/focus-field.ts'
import { Trouble } from '../frame/trouble.tsx'
import type { ChoicesDraft } from './draft.ts'

const LONGEST = 2000

/** Nobody runs these exams there: HQ's staff may be told what was sought. */
export function NoCentre({ draft }: { draft: ChoicesDraft }) {
  const [message, setMessage] = useState('')
  const [email, setEmail] = useState('')
  const [tried, setTried] = useState(false)
  const [state, setState] = useState<'typing' | 'sending' | 'sent'>('typing')
  const [failure, setFailure] = useState<Failure | null>(null)
  const noMessage =
    message.trim() === '' ? NO_CENTRE.messageMissing : message.length > LONGEST ? NO_CENTRE.messageLong : null
  const badEmail = email.trim() !== '' && !EmailAddress.safeParse(email).success ? FAULTS.emailInvalid : null
  const send = async () => {
    setTried(true)
    setFailure(null)
    if (noMessage || badEmail) return focusField(noMessage ? 'noCentreMessage' : 'noCentreEmail')
    setState('sending')
    const { sessionId, examIds, department } = draft
    const body = { sessionId, examIds, department, email: email.trim() || null, message: message.trim() }
    const answer = await ask('no-centre', DoneAnswer, body)
    setState(answer.done ? 'sent' : 'typing')
    if (!answer.done) setFailure(answer.failure)
  }
  return (
    <section className="card pad stack" aria-labelledby="no-centre-title">
      <h2 id="no-centre-title">{NO_CENTRE.title}</h2>
      {state === 'sent' ? (
        <div role="status">
          <Notice tone="go" icon="check">
            {NO_CENTRE.done}
          </Notice>
        </div>
      ) : (
        <>
          <p>{NO_CENTRE.text}</p>
          <TextField
            id={fieldId('noCentreMessage')}
            label={NO_CENTRE.message}
            lines
            value={message}
            onChange={setMessage}
            error={tried ? noMessage : null}
          />
          <TextField
            id={fieldId('noCentreEmail')}
            label={NO_CENTRE.email}
            type="email"
            autoComplete="email"
            value={email}
            onChange={setEmail}
            error={tried ? badEmail : null}
          />
          {failure ? <Trouble failure={failure} /> : null}
          <div>
            <Button busy={state === 'sending'} onPress={() => void send()}>
              {state === 'sending' ? NO_CENTRE.busy : NO_CENTRE.submit}
            </Button>
          </div>
        </>
      )}
    </section>
  )
}
