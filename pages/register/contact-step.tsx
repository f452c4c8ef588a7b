import { FAULTS } from '../../text/pages/faults.ts'
import { STEP_CONTACT } from '../../text/pages/register.ts'
import { DraftField } from './draft-field.tsx'
import type { FieldsProps } from './fields-props.ts'

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
      <DraftField {...given} name="phone" type="tel" label={STEP_CONTACT.phone} autoComplete="tel" />
      <DraftField {...given} name="address1" label={STEP_CONTACT.address1} autoComplete="address-line1" />
      <DraftField {...given} name="address2" label={STEP_CONTACT.address2} autoComplete="address-line2" optional />
      <DraftField {...given} name="postcode" label={STEP_CONTACT.postcode} autoComplete="postal-code" />
      <DraftField {...given} name="town" label={STEP_CONTACT.town} autoComplete="address-level2" />
    </>
  )
}
