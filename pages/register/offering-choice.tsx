import type { OfferedExam } from '../../contract/candidate-pages.ts'
import { Choices } from '../../kit/fields.tsx'
import { STEP_PLACE } from '../../text/pages/register.ts'
import { fieldId } from '../form/focus-field.ts'
import { SeatTag, saySoftware } from './centre-facts.tsx'

type OfferingChoiceProps = {
  exam: { id: string; code: string }
  there: readonly OfferedExam[]
  chosen: string | null
  onChange: (offeringId: string) => void
  error?: string | undefined
}

/** With which software an exam is sat, where a centre has several; each with whether a seat is left. */
export function OfferingChoice({ exam, there, chosen, onChange, error }: OfferingChoiceProps) {
  return (
    <Choices
      id={fieldId(`offering-${exam.id}`)}
      label={STEP_PLACE.offering(exam.code)}
      value={chosen}
      required
      error={error}
      options={there.map((offered) => ({
        value: offered.offeringId,
        label: (
          <span className="offered">
            <span>{saySoftware(offered)}</span>
            <SeatTag offered={offered} />
          </span>
        ),
      }))}
      onChange={onChange}
    />
  )
}
