import type { MyRequest } from '../../contract/candidate-pages.ts'
import { Button } from '../../kit/button.tsx'
import { FAULTS } from '../../text/pages/faults.ts'
import { MODIFY } from '../../text/pages/modify.ts'
import { sayEndThere } from '../../text/pages/windows.ts'
import type { Failure } from '../api.ts'
import { ErrorSummary, type SaidFault } from '../form/error-summary.tsx'
import { Form, SubmitButton } from '../form/form.tsx'
import { PageTitle } from '../frame/page-title.tsx'
import { Trouble } from '../frame/trouble.tsx'
import type { Change, Draft } from '../register/draft.ts'
import { ReachFields } from '../register/reach-fields.tsx'
import { SituationStep } from '../register/situation-step.tsx'
import { ModifySoftware } from './modify-software.tsx'

type ModifyFormProps = {
  request: MyRequest
  draft: Draft
  change: Change<Draft>
  faults: readonly SaidFault[]
  /** Fields that HQ did not accept. */
  refused: readonly string[]
  failure: Failure | null
  tries: number
  goOn: () => void
  leave: () => void
}

/** What may be changed, as it is now; what is changed otherwise is said in a line each. */
export function ModifyForm({ request, draft, change, faults, refused, failure, tries, goOn, leave }: ModifyFormProps) {
  const { centre, sessionLabel, modifiableUntil } = request
  const sayFault = (field: string) =>
    faults.find((fault) => fault.field === field)?.sentence ??
    (refused.includes(field) ? FAULTS.refusedByHq : undefined)
  const given = { draft, change, sayFault }
  return (
    <>
      <PageTitle said={MODIFY.title}>{MODIFY.title}</PageTitle>
      <div>
        <p>{MODIFY.about(sessionLabel, centre.name)}</p>
        {modifiableUntil ? <p className="muted">{MODIFY.until(sayEndThere(modifiableUntil, centre))}</p> : null}
      </div>
      <ErrorSummary faults={faults} tries={tries} />
      {failure ? <Trouble failure={failure} /> : null}
      <Form onSubmit={goOn}>
        <ModifySoftware request={request} {...given} />
        <section className="form" aria-labelledby="modify-contact">
          <h2 id="modify-contact">{MODIFY.contact}</h2>
          <ReachFields {...given} />
        </section>
        <section className="form" aria-labelledby="modify-situation">
          <h2 id="modify-situation">{MODIFY.situation}</h2>
          <SituationStep {...given} />
        </section>
        <div className="ways">
          <Button onPress={leave}>{MODIFY.back}</Button>
          <SubmitButton>{MODIFY.next}</SubmitButton>
        </div>
      </Form>
      <section className="stack otherwise" aria-labelledby="modify-otherwise">
        <h2 id="modify-otherwise">{MODIFY.otherwise}</h2>
        <ul className="facts">
          {MODIFY.ways.map((way) => (
            <li key={way}>{way}</li>
          ))}
        </ul>
      </section>
    </>
  )
}
