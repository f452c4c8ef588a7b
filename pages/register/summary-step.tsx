import { useState } from 'react'
import { type FoundCentre, RegisterAnswer } from '../../contract/candidate-pages.ts'
import { Button } from '../../kit/button.tsx'
import { FAULTS } from '../../text/pages/faults.ts'
import { REGISTER, SUMMARY } from '../../text/pages/register.ts'
import { go } from '../address.ts'
import { ask, type Failure } from '../api.ts'
import { Form, SubmitButton } from '../form/form.tsx'
import { Trouble } from '../frame/trouble.tsx'
import { queryClient } from '../queries.ts'
import type { Draft } from './draft.ts'
import type { CatalogueSession } from './known.ts'
import { StepHead } from './step-head.tsx'
import { STEPS, type Step, stepAddress } from './steps.ts'
import { type SummaryLine, summaryOf } from './summary-lines.ts'
import { fieldsRefused, type Secrets, toRegistration } from './to-registration.ts'

type SummaryStepProps = {
  draft: Draft
  session: CatalogueSession
  centre: FoundCentre
  secrets: Secrets
  /** Why it was not sent the last time. It outlives this step: what HQ refused may lead back to an earlier one. */
  failure: Failure | null
  setFailure: (failure: Failure | null) => void
  noteUnheard: () => void
  forget: () => void
}

/** Everything that was typed, once more, and the only place from which it is sent. */
export function SummaryStep({ draft, session, centre, secrets, failure, setFailure, ...given }: SummaryStepProps) {
  const { noteUnheard, forget } = given
  const [busy, setBusy] = useState(false)
  const send = async () => {
    if (busy) return
    setBusy(true)
    setFailure(null)
    const answer = await ask('register', RegisterAnswer, toRegistration(draft, centre, secrets))
    setBusy(false)
    if (answer.done) {
      const state = { email: draft.email.trim(), confirmBefore: answer.value.confirmBefore }
      go('/inscription?etape=envoyee', { replace: true, state })
      forget()
      return
    }
    setFailure(answer.failure)
    if (answer.failure.code === 'unreachable') noteUnheard()
    // What HQ has just refused is no longer what it said: windows and offerings are asked again.
    else void queryClient.invalidateQueries()
  }
  const refused = failure?.code === 'bad-request' ? fieldsRefused(failure.detail) : []
  const sections = summaryOf(draft, session, centre, secrets.nir)
  return (
    <>
      <StepHead step="recapitulatif" />
      <p>{SUMMARY.intro}</p>
      {failure ? <Trouble failure={failure} /> : null}
      {STEPS.filter((step): step is Exclude<Step, 'recapitulatif'> => step !== 'recapitulatif').map((step) => (
        <SummarySection key={step} step={step} lines={sections[step]} refused={refused} />
      ))}
      <p className="muted">{SUMMARY.afterwards}</p>
      <Form onSubmit={() => void send()}>
        <div className="ways">
          <Button onPress={() => go(stepAddress('compte'))}>{REGISTER.back}</Button>
          <SubmitButton busy={busy}>{busy ? SUMMARY.sending : SUMMARY.send}</SubmitButton>
        </div>
      </Form>
    </>
  )
}

type SummarySectionProps = { step: Step; lines: readonly SummaryLine[]; refused: readonly string[] }

function SummarySection({ step, lines, refused }: SummarySectionProps) {
  const name = REGISTER.steps[step]
  return (
    <section className="card pad summary" aria-labelledby={`summary-${step}`}>
      <div className="summary-head">
        <h2 id={`summary-${step}`}>{name}</h2>
        <Button
          tone="link"
          label={SUMMARY.editStep(name)}
          onPress={() => go(stepAddress(step), { state: 'from-summary' })}
        >
          {SUMMARY.edit}
        </Button>
      </div>
      <dl>
        {lines.map(({ term, words, fields }) => (
          <div key={term}>
            <dt>{term}</dt>
            {words.map((word) => (
              <dd key={word}>{word}</dd>
            ))}
            {fields.some((field) => refused.includes(field)) ? <dd className="no">{FAULTS.refusedByHq}</dd> : null}
          </div>
        ))}
      </dl>
    </section>
  )
}
