import { useState } from 'react'
import { DoneAnswer, type MeAnswer, type MyRequest } from '../../contract/candidate-pages.ts'
import { MODIFY } from '../../text/pages/modify.ts'
import { go } from '../address.ts'
import { ask, type Failure } from '../api.ts'
import { PageLink } from '../frame/page-link.tsx'
import { PageTitle } from '../frame/page-title.tsx'
import { queryClient } from '../queries.ts'
import { fieldsRefused } from '../register/to-registration.ts'
import { editsOf, forgetEdits, keepEdits } from './kept-edits.ts'
import { type Edits, modifyDraft, modifyFaults, partsOf, toModification } from './modify-draft.ts'
import { ModifyForm } from './modify-form.tsx'
import { ModifySummary } from './modify-summary.tsx'
import { useAttempt } from './use-attempt.ts'

type ModifyScreenProps = { me: MeAnswer; request: MyRequest }

/** The next version of a request: a form filled in with the present one, then what changes, from where it is sent. */
export function ModifyScreen({ me, request }: ModifyScreenProps) {
  const [edits, setEdits] = useState<Edits>(() => editsOf(request.id))
  const [reading, setReading] = useState(false)
  const [tries, setTries] = useState(0)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const attemptFor = useAttempt()
  const draft = modifyDraft(me, request, edits)
  const faults = modifyFaults(request, draft)
  const to = toModification(me, request, draft)
  const parts = partsOf(me, request, to)
  const change = (part: Edits) => {
    const next = { ...edits, ...part }
    setEdits(next)
    keepEdits(request.id, next)
    setFailure(null)
  }
  const leave = () => {
    forgetEdits(request.id)
    go('/espace')
  }
  const goOn = () => {
    setFailure(parts.length === 0 && faults.length === 0 ? { code: 'nothing-changed' } : null)
    if (faults.length > 0) setTries(tries + 1)
    else if (parts.length > 0) setReading(true)
  }
  const send = async () => {
    if (busy) return
    setBusy(true)
    setFailure(null)
    const body = { requestId: request.id, version: request.version, ...to }
    const answer = await ask('me/modify', DoneAnswer, { ...body, attempt: attemptFor(body) })
    // What HQ has taken, or refused, is not what the screen shows; without a session nothing could be read.
    const known = answer.done || !['unreachable', 'not-signed-in'].includes(answer.failure.code)
    if (known) await queryClient.invalidateQueries({ queryKey: ['me'] })
    setBusy(false)
    if (answer.done) {
      forgetEdits(request.id)
      return go('/espace', { replace: true, state: { modified: request.id } })
    }
    setFailure(answer.failure)
    if (answer.failure.code === 'bad-request') setReading(false)
  }
  if (request.modifiableUntil === null && failure === null) return <Closed />
  return (
    <div className="narrow stack">
      {reading ? (
        <ModifySummary
          {...{ request, parts, failure, busy }}
          edit={() => setReading(false)}
          send={() => void send()}
          leave={leave}
        />
      ) : (
        <ModifyForm
          {...{ request, draft, change, failure, tries, leave, goOn }}
          faults={tries > 0 ? faults : []}
          refused={failure?.code === 'bad-request' ? fieldsRefused(failure.detail) : []}
        />
      )}
    </div>
  )
}

function Closed() {
  return (
    <div className="narrow stack">
      <PageTitle said={MODIFY.closedTitle}>{MODIFY.closedTitle}</PageTitle>
      <p>{MODIFY.closed}</p>
      <PageLink to="/espace">{MODIFY.back}</PageLink>
    </div>
  )
}
