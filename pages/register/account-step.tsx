import { Tick } from '../../kit/fields.tsx'
import { STEP_ACCOUNT } from '../../text/pages/register.ts'
import type { SaidFault } from '../form/error-summary.tsx'
import { fieldId } from '../form/focus-field.ts'
import { NewPassword } from '../form/new-password.tsx'
import type { TypedPassword } from '../form/new-password-faults.ts'
import type { FieldsProps } from './fields-props.ts'

type AccountStepProps = FieldsProps & {
  password: TypedPassword
  setPassword: (typed: TypedPassword) => void
  faults: readonly SaidFault[]
}

/** The password, and that the candidate has read what becomes of what they typed. */
export function AccountStep({ draft, change, sayFault, password, setPassword, faults }: AccountStepProps) {
  return (
    <>
      <p>{STEP_ACCOUNT.intro(draft.email.trim())}</p>
      {/* What password keepers file the new password under. */}
      <input hidden readOnly type="email" autoComplete="username" value={draft.email.trim()} />
      <NewPassword typed={password} onChange={setPassword} faults={faults} />
      <p className="muted">{STEP_ACCOUNT.never}</p>
      <Tick
        id={fieldId('informed')}
        checked={draft.informed}
        required
        error={sayFault('informed')}
        onChange={(informed) => change({ informed })}
      >
        {STEP_ACCOUNT.informed}
      </Tick>
    </>
  )
}
