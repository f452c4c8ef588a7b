import { type ComponentProps, useState } from 'react'
import { DoneAnswer, type MeAnswer, type MyRequest } from '../../contract/candidate-pages.ts'
import { Button } from '../../kit/button.tsx'
import { Notice } from '../../kit/status-tag.tsx'
import { ADD } from '../../text/pages/space.ts'
import { go } from '../address.ts'
import { ask, type Failure } from '../api.ts'
import { drawAttempt } from '../form/draw-attempt.ts'
import { ErrorSummary } from '../form/error-summary.tsx'
import { Form, SubmitButton } from '../form/form.tsx'
import { PageLink } from '../frame/page-link.tsx'
import { PageTitle } from '../frame/page-title.tsx'
import { Awaited, Trouble } from '../frame/trouble.tsx'
import { useHqNow } from '../hq-clock.ts'
import { queryClient, useCatalogue, useCentres } from '../queries.ts'
import { type Change, type ChoicesDraft, NO_CHOICES } from '../register/draft.ts'
import { ExamsStep } from '../register/exams-step.tsx'
import { type CatalogueSession, centresSought, chosenCentre } from '../register/known.ts'
import { PlaceStep } from '../register/place-step.tsx'
import { SoftwareChoice } from '../register/software-choice.tsx'
import { examFaults, placeFaults } from '../register/step-faults.ts'
import { toChoices } from '../register/to-registration.ts'
import { type Wish, withWishedSoftware } from './wish.ts'
import { WishedPlace } from './wished-place.tsx'

type AddExamProps = {
  me: MeAnswer
  /** The request that is alive: same session and same centre then, for a candidate is live in one only. Null: any of them. */
  beside: MyRequest | null
  /** What a link came with, beside no other request. */
  wish: Wish
}

/** One request more, by somebody whom HQ knows: no identity to fill in again. */
export function AddExam({ me, beside, wish }: AddExamProps) {
  const catalogue = useCatalogue()
  const now = useHqNow(me.now)
  const [typed, setTyped] = useState<ChoicesDraft>({
    ...NO_CHOICES,
    ...(beside ? {} : wish.choices),
    ...(beside && { sessionId: beside.sessionId, department: beside.centre.department, centreId: beside.centre.id }),
  })
  const [attempt] = useState(drawAttempt)
  const [tries, setTries] = useState(0)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const centres = useCentres(centresSought(typed))
  const centre = chosenCentre(typed, centres.data)
  const draft = withWishedSoftware(typed, centre, wish)
  const sessions = catalogue.data?.sessions ?? []
  const session = sessions.find(({ id }) => id === draft.sessionId) ?? (beside ? null : (sessions[0] ?? null))
  const known = { exams: session?.exams ?? [], now, centre }
  const faults = [...examFaults(draft, known), ...(draft.examIds.length > 0 ? placeFaults(draft, known) : [])]
  const said = tries > 0 ? faults : []
  const sayFault = (field: string) => said.find((fault) => fault.field === field)?.sentence
  const change: Change<ChoicesDraft> = (part) => setTyped((before) => ({ ...before, ...part }))
  const title = beside ? ADD.title : ADD.newTitle
  const send = async () => {
    if (busy) return
    setFailure(null)
    if (faults.length > 0 || !centre) return setTries(tries + 1)
    setBusy(true)
    const answer = await ask('me/requests', DoneAnswer, { attempt, ...toChoices(draft, centre) })
    setBusy(false)
    void queryClient.invalidateQueries()
    if (answer.done) go('/espace', { replace: true, state: 'added' })
    else setFailure(answer.failure)
  }
  return (
    <div className="narrow stack">
      <PageTitle said={title}>{title}</PageTitle>
      {beside ? <p>{ADD.intro(beside.centre.name)}</p> : null}
      <ErrorSummary faults={said} tries={tries} />
      {failure ? <Trouble failure={failure} /> : null}
      {catalogue.data && session ? (
        <Form onSubmit={() => void send()}>
          <ExamsStep
            {...{ draft, change, sayFault, session, now }}
            catalogue={catalogue.data}
            askedExamIds={me.askedExamIds}
            sessionFixed={beside !== null}
          />
          {beside ? <SameCentre {...{ draft, change, sayFault, session, centres, centre, now }} /> : null}
          {centre && centre.id === wish.choices.centreId ? <WishedPlace centre={centre} wish={wish} /> : null}
          {!beside && draft.examIds.length > 0 ? (
            <PlaceStep {...{ draft, change, sayFault, session, centres, centre, now }} />
          ) : null}
          <div className="ways">
            <Button onPress={() => go('/espace')}>{ADD.back}</Button>
            <SubmitButton busy={busy}>{busy ? ADD.sending : ADD.send}</SubmitButton>
          </div>
        </Form>
      ) : (
        <>
          {catalogue.data ? (
            <p>{ADD.gone}</p>
          ) : (
            <Awaited error={catalogue.error} retry={() => void catalogue.refetch()} />
          )}
          <PageLink to="/espace">{ADD.back}</PageLink>
        </>
      )}
    </div>
  )
}

type SameCentreProps = ComponentProps<typeof PlaceStep> & { session: CatalogueSession }

/** The centre is given: only its software is to be agreed to, or that it does not run all of what is ticked. */
function SameCentre({ draft, change, sayFault, session, centres, centre, now }: SameCentreProps) {
  if (draft.examIds.length === 0) return null
  if (centre) return <SoftwareChoice {...{ draft, change, sayFault, session, centre, now }} />
  if (!centres.data) return <Awaited error={centres.error} retry={() => void centres.refetch()} />
  return (
    <Notice tone="wait" icon="alert">
      {ADD.notHere}
    </Notice>
  )
}
