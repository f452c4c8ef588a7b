import type { ReactNode } from 'react'
import type { CatalogueAnswer, FoundCentre } from '../../contract/candidate-pages.ts'
import type { Instant } from '../../domain/time.ts'
import { REGISTER } from '../../text/pages/register.ts'
import type { SaidFault } from '../form/error-summary.tsx'
import type { TypedPassword } from '../form/new-password-faults.ts'
import type { useCentres } from '../queries.ts'
import { AccountStep } from './account-step.tsx'
import { ContactStep } from './contact-step.tsx'
import { ExamsStep } from './exams-step.tsx'
import type { FieldsProps } from './fields-props.ts'
import { IdentityStep } from './identity-step.tsx'
import type { CatalogueSession } from './known.ts'
import { PlaceStep } from './place-step.tsx'
import { SituationStep } from './situation-step.tsx'
import type { Step } from './steps.ts'

type StepBodyProps = FieldsProps & {
  step: Step
  catalogue: CatalogueAnswer
  session: CatalogueSession | null
  centres: ReturnType<typeof useCentres>
  centre: FoundCentre | null
  now: Instant
  password: TypedPassword
  setPassword: (typed: TypedPassword) => void
  /** Null where it is not asked. */
  nir: string | null
  setNir: (typed: string) => void
  faults: readonly SaidFault[]
}

/** The fields of a step. */
export function StepBody({
  step,
  catalogue,
  session,
  centres,
  centre,
  now,
  password,
  setPassword,
  nir,
  setNir,
  ...rest
}: StepBodyProps) {
  const { draft, change, sayFault, faults } = rest
  const fields = { draft, change, sayFault }
  switch (step) {
    case 'epreuves':
      return <ExamsStep {...fields} {...{ catalogue, session, now }} />
    case 'lieu':
      return <PlaceStep {...fields} {...{ session, centres, centre, now }} />
    case 'identite':
      return (
        <Mandatory>
          <IdentityStep {...fields} {...{ nir, setNir }} />
        </Mandatory>
      )
    case 'coordonnees':
      return (
        <Mandatory>
          <ContactStep {...fields} />
        </Mandatory>
      )
    case 'situation':
      return (
        <Mandatory>
          <SituationStep {...fields} />
        </Mandatory>
      )
    case 'compte':
      return <AccountStep {...fields} {...{ password, setPassword, faults }} />
    case 'recapitulatif':
      return null
  }
}

function Mandatory({ children }: { children: ReactNode }) {
  return (
    <>
      <p className="muted">{REGISTER.mandatory}</p>
      {children}
    </>
  )
}
