import { FAULTS } from '../../text/pages/faults.ts'
import { STEP_CONTACT } from '../../text/pages/register.ts'
import { DraftField } from './draft-field.tsx'
import type { FieldsProps } from './fields-props.ts'
import { ReachFields } from './reach-fields.tsx'

/** How to reach the candidate. */
export function ContactStep(given: FieldsProps) {
  const { email, emailAgain } = given.draft
  const differs = emailAgain !== '' && !email.trim().startsWith(emailAgain.trim())
  return (
    <>
      <DraftField
        {...given}
        name="email"
        type="email"
        label={STEP_CONTACT.email}
        hint={STEP_CONTACT.emailHint}
        autoComplete="email"
      />
      <DraftField
        {...given}
        name="emailAgain"
        type="email"
        label={STEP_CONTACT.emailAgain}
        said={differs ? FAULTS.emailDiffers : undefined}
      />
      <ReachFields {...given} />
    </>
  )
}
