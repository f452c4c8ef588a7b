import type { ReactNode } from 'react'
import { Button } from '../../kit/button.tsx'
import { REGISTER } from '../../text/pages/register.ts'
import { go } from '../address.ts'
import type { Failure } from '../api.ts'
import { ErrorSummary, type SaidFault } from '../form/error-summary.tsx'
import { Form, SubmitButton } from '../form/form.tsx'
import { Trouble } from '../frame/trouble.tsx'
import { StepHead } from './step-head.tsx'
import { previousStep, type Step, stepAddress } from './steps.ts'

type StepFrameProps = {
  step: Step
  /** Why HQ did not take the form, when that led back here. */
  failure: Failure | null
  faults: readonly SaidFault[]
  tries: number
  onSubmit: () => void
  children: ReactNode
}

/** Around the fields of a step: where one is, what is wrong, the way back and the way on. */
export function StepFrame({ step, failure, faults, tries, onSubmit, children }: StepFrameProps) {
  const before = previousStep(step)
  return (
    <>
      <StepHead step={step} />
      {failure ? (
        <div className="stack gap-under">
          <Trouble failure={failure} />
        </div>
      ) : null}
      <ErrorSummary key={step} faults={faults} tries={tries} />
      <Form key={`form ${step}`} onSubmit={onSubmit}>
        {children}
        <div className="ways">
          {before ? <Button onPress={() => go(stepAddress(before))}>{REGISTER.back}</Button> : null}
          <SubmitButton>{REGISTER.next}</SubmitButton>
        </div>
      </Form>
    </>
  )
}
