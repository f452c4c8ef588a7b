import { STEP_CONTACT } from '../../text/pages/register.ts'
import { DraftField } from './draft-field.tsx'
import type { FieldsProps } from './fields-props.ts'

/** Telephone and postal address: what may also be changed once the request was sent. */
export function ReachFields(given: FieldsProps) {
  return (
    <>
      <DraftField {...given} name="phone" type="tel" label={STEP_CONTACT.phone} autoComplete="tel" />
      <DraftField {...given} name="address1" label={STEP_CONTACT.address1} autoComplete="address-line1" />
      <DraftField {...given} name="address2" label={STEP_CONTACT.address2} autoComplete="address-line2" optional />
      <DraftField {...given} name="postcode" label={STEP_CONTACT.postcode} autoComplete="postal-code" />
      <DraftField {...given} name="town" label={STEP_CONTACT.town} autoComplete="address-level2" />
    </>
  )
}
