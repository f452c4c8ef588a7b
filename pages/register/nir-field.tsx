import { MaskedField } from '../../kit/masked-field.tsx'
import { STEP_IDENTITY } from '../../text/pages/register.ts'
import { fieldId } from '../form/focus-field.ts'
import type { FieldsProps } from './fields-props.ts'
import { nirFaultSoFar, nirMasked, nirWarning } from './typed-nir.ts'

type NirFieldProps = Pick<FieldsProps, 'draft' | 'sayFault'> & { typed: string; setTyped: (typed: string) => void }

/** Where the association asks for it. A wrong key is said at once; that it disagrees with the rest is said, and stops nothing. */
export function NirField({ draft, sayFault, typed, setTyped }: NirFieldProps) {
  return (
    <MaskedField
      id={fieldId('nir')}
      label={STEP_IDENTITY.nir}
      hint={STEP_IDENTITY.nirHint}
      value={typed}
      onChange={setTyped}
      masked={nirMasked(typed)}
      change={STEP_IDENTITY.nirChange}
      error={sayFault('nir') ?? nirFaultSoFar(typed)}
      said={nirWarning(typed, draft)}
    />
  )
}
