import { useEffect, useState } from 'react'
import type { CatalogueAnswer } from '../../contract/candidate-pages.ts'
import { REGISTER } from '../../text/pages/register.ts'
import { go, useAddress } from '../address.ts'
import type { Failure } from '../api.ts'
import { NO_PASSWORD, type TypedPassword } from '../form/new-password-faults.ts'
import { PageLink } from '../frame/page-link.tsx'
import { Awaited } from '../frame/trouble.tsx'
import { useHqNow } from '../hq-clock.ts'
import { useCentres, useMe } from '../queries.ts'
import { faultsOfStep, firstUnfinished } from './all-faults.ts'
import { DraftNote } from './draft-note.tsx'
import { centresSought, chosenCentre, sessionOf } from './known.ts'
import { StepBody } from './step-body.tsx'
import { StepFrame } from './step-frame.tsx'
import { nextStep, STEPS, type Step, stepAddress } from './steps.ts'
import { SummaryStep } from './summary-step.tsx'
import { useDraft } from './use-draft.ts'

type RegisterFormProps = { catalogue: CatalogueAnswer; step: Step }

/** One step at a time; a later one opens once those before it hold. */
export function RegisterForm({ catalogue, step }: RegisterFormProps) {
  const { draft, change, forget, noteUnheard } = useDraft()
  const [password, setPassword] = useState<TypedPassword>(NO_PASSWORD)
  const [nir, setNir] = useState('')
  const [failure, setFailure] = useState<Failure | null>(null)
  const [tries, setTries] = useState<Partial<Record<Step, number>>>({})
  const { state } = useAddress()
  const { data: me } = useMe({ enabled: false })
  const now = useHqNow(catalogue.now)
  const session = sessionOf(catalogue, draft)
  const sought = centresSought(draft)
  const centres = useCentres(sought)
  const centre = chosenCentre(draft, centres.data)
  const nirGiven = catalogue.nirAsked ? nir : null
  const known = { exams: session?.exams ?? [], now, centre, password, nir: nirGiven }
  const waiting =
    draft.centreId !== '' && sought !== null && centres.isPending && step !== 'epreuves' && step !== 'lieu'
  const first = firstUnfinished(draft, known)
  const tooFar = !waiting && STEPS.indexOf(step) > STEPS.indexOf(first)
  useEffect(() => {
    // What is missing there is said at once: the person did not ask to come back.
    if (tooFar) go(stepAddress(first), { replace: true, state: 'sent-back' })
  }, [tooFar, first])
  if (waiting) return <Awaited error={centres.error} retry={() => void centres.refetch()} />
  if (tooFar) return null
  const faults = faultsOfStep(step, draft, known)
  const tried = tries[step] ?? 0
  const said = tried > 0 || (state === 'sent-back' && draft.examIds.length > 0) ? faults : []
  const sayFault = (field: string) => said.find((fault) => fault.field === field)?.sentence
  const goOn = () => {
    if (faults.length === 0) go(stepAddress(state === 'from-summary' ? 'recapitulatif' : nextStep(step)))
    else setTries({ ...tries, [step]: tried + 1 })
  }
  const given = {
    draft,
    change,
    sayFault,
    catalogue,
    session,
    centres,
    centre,
    now,
    password,
    setPassword,
    nir: nirGiven,
    // With the draft, which does not hold it: what is sent after a change is another request.
    setNir: (typed: string) => {
      setNir(typed)
      change({})
    },
    faults: said,
  }
  return (
    <div className="narrow">
      {me ? (
        <p className="notice calm">
          {REGISTER.signedIn} <PageLink to="/espace">{REGISTER.signedInLink}</PageLink>
        </p>
      ) : null}
      {step === 'recapitulatif' && session && centre ? (
        <SummaryStep
          {...{ draft, session, centre, failure, setFailure, noteUnheard, forget }}
          secrets={{ password: password.password, nir: nirGiven }}
        />
      ) : (
        <StepFrame
          step={step}
          failure={state === 'sent-back' ? failure : null}
          faults={said}
          tries={tried}
          onSubmit={goOn}
        >
          <StepBody step={step} {...given} />
        </StepFrame>
      )}
      <DraftNote
        kept={catalogue.nirAsked ? REGISTER.keptButNir : REGISTER.kept}
        forget={() => {
          forget()
          setPassword(NO_PASSWORD)
          setNir('')
          setTries({})
          go(stepAddress('epreuves'))
        }}
      />
    </div>
  )
}
