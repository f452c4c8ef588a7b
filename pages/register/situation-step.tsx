import { CANDIDATE_CATEGORIES } from '../../domain/registration.ts'
import { Choices } from '../../kit/fields.tsx'
import { CATEGORY_WORDS, STEP_SITUATION } from '../../text/pages/register.ts'
import { fieldId } from '../form/focus-field.ts'
import { DraftField } from './draft-field.tsx'
import type { FieldsProps } from './fields-props.ts'

/** What the candidate does, what they have sat before, and who pays. */
export function SituationStep(given: FieldsProps) {
  const { draft, change, sayFault } = given
  const { funding } = draft
  return (
    <>
      <Choices
        id={fieldId('category')}
        label={STEP_SITUATION.category}
        required
        value={draft.category || null}
        error={sayFault('category')}
        options={CANDIDATE_CATEGORIES.map((value) => ({ value, label: CATEGORY_WORDS[value] }))}
        onChange={(category) => change({ category })}
      />
      <Choices
        id={fieldId('passedBefore')}
        label={STEP_SITUATION.passedBefore}
        inline
        required
        value={draft.passedBefore || null}
        error={sayFault('passedBefore')}
        options={(['yes', 'no'] as const).map((value) => ({ value, label: STEP_SITUATION[value] }))}
        onChange={(passedBefore) => change({ passedBefore })}
      />
      {draft.passedBefore === 'yes' ? (
        <DraftField
          {...given}
          name="previousExams"
          label={STEP_SITUATION.previousExams}
          hint={STEP_SITUATION.previousExamsHint}
          lines
        />
      ) : null}
      <Choices
        id={fieldId('funding')}
        label={STEP_SITUATION.funding}
        required
        value={funding || null}
        error={sayFault('funding')}
        options={(['own', 'training-centre', 'employer'] as const).map((value) => ({
          value,
          label: STEP_SITUATION.fundings[value],
        }))}
        onChange={(chosen) => change({ funding: chosen })}
      />
      {funding === 'training-centre' || funding === 'employer' ? (
        <>
          <DraftField {...given} name="funderName" label={STEP_SITUATION.funderName[funding]} />
          <DraftField
            {...given}
            name="funderContact"
            label={STEP_SITUATION.funderContact}
            hint={STEP_SITUATION.funderContactHint}
          />
        </>
      ) : null}
    </>
  )
}
