import type { FoundCentre } from '../../contract/candidate-pages.ts'
import type { Instant } from '../../domain/time.ts'
import { Choices } from '../../kit/fields.tsx'
import { sayDepartment } from '../../text/pages/departments.ts'
import { STEP_PLACE } from '../../text/pages/register.ts'
import { fieldId } from '../form/focus-field.ts'
import { Awaited } from '../frame/trouble.tsx'
import type { useCentres } from '../queries.ts'
import { CentreFacts } from './centre-facts.tsx'
import { DepartmentField } from './department-field.tsx'
import type { Change, ChoicesDraft } from './draft.ts'
import type { CatalogueSession } from './known.ts'
import { NoCentre } from './no-centre.tsx'
import { SoftwareChoice } from './software-choice.tsx'

type PlaceStepProps = {
  draft: ChoicesDraft
  change: Change<ChoicesDraft>
  sayFault: (field: string) => string | undefined
  session: CatalogueSession | null
  centres: ReturnType<typeof useCentres>
  centre: FoundCentre | null
  now: Instant
}

/** Where: a département, one of the centres that run all of the exams, and the software that goes with it. */
export function PlaceStep(props: PlaceStepProps) {
  const { draft, change, sayFault } = props
  return (
    <>
      <DepartmentField
        value={draft.department}
        onChange={(department) => change({ department, centreId: '', softwareAccepted: false })}
        error={sayFault('department')}
      />
      {draft.department === '' ? null : <FoundCentres {...props} />}
    </>
  )
}

function FoundCentres({ draft, change, sayFault, session, centres, centre, now }: PlaceStepProps) {
  if (!centres.data) return <Awaited error={centres.error} retry={() => void centres.refetch()} />
  const { centres: here, neighbours } = centres.data
  const choose = (label: string, some: readonly FoundCentre[]) => (
    <Choices
      id={fieldId('centreId')}
      label={label}
      value={centre?.id ?? null}
      required
      error={sayFault('centreId')}
      options={some.map((one) => ({ value: one.id, label: <CentreFacts centre={one} exams={session?.exams ?? []} /> }))}
      onChange={(centreId) => change({ centreId, softwareAccepted: false })}
    />
  )
  return (
    <>
      <div role="status">
        <p>
          {here.length > 0 ? `${STEP_PLACE.centres(here.length)}.` : STEP_PLACE.none(sayDepartment(draft.department))}
        </p>
      </div>
      {here.length > 0 ? choose(STEP_PLACE.choose, here) : null}
      {here.length === 0 && neighbours.length > 0 ? choose(STEP_PLACE.neighbours, neighbours) : null}
      {here.length === 0 && neighbours.length === 0 ? <p>{STEP_PLACE.noNeighbour}</p> : null}
      {centre && session ? <SoftwareChoice {...{ draft, change, sayFault, session, centre, now }} /> : null}
      {here.length === 0 ? (
        <>
          <p>{STEP_PLACE.elsewhere}</p>
          <NoCentre key={draft.department} draft={draft} />
        </>
      ) : null}
    </>
  )
}
