import { REGISTER } from '../../text/pages/register.ts'
import { PageTitle } from '../frame/page-title.tsx'
import { STEPS, type Step, stepNumber } from './steps.ts'

/** How far one has come, in words and as a bar of as many parts as there are steps. */
export function StepHead({ step }: { step: Step }) {
  const number = stepNumber(step)
  const name = REGISTER.steps[step]
  return (
    <div className="step-head">
      <PageTitle said={REGISTER.pageTitle(name, number, STEPS.length)}>
        <small>{REGISTER.stepOf(number, STEPS.length)}</small>
        <span className="visually-hidden">, </span>
        {name}
      </PageTitle>
      <div className="step-bar" aria-hidden="true">
        {STEPS.map((one, index) => (
          <i key={one} className={index < number ? 'done' : ''} />
        ))}
      </div>
    </div>
  )
}
