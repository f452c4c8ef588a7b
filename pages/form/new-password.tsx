import { PasswordField } from '../../kit/password-field.tsx'
import { PASSWORD_RULES } from '../../text/pages/account.ts'
import { PAGES } from '../../text/pages/frame.ts'
import type { SaidFault } from './error-summary.tsx'
import { fieldId } from './focus-field.ts'
import type { TypedPassword } from './new-password-faults.ts'
import { PasswordRules } from './password-rules.tsx'

type NewPasswordProps = {
  typed: TypedPassword
  onChange: (typed: TypedPassword) => void
  faults: readonly SaidFault[]
}

export function NewPassword({ typed, onChange, faults }: NewPasswordProps) {
  const saying = (field: string) => faults.find((fault) => fault.field === field)?.sentence
  const differs = typed.again !== '' && !typed.password.startsWith(typed.again)
  return (
    <>
      <PasswordField
        id={fieldId('password')}
        label={PASSWORD_RULES.password}
        show={PAGES.show}
        use="new-password"
        value={typed.password}
        onChange={(password) => onChange({ ...typed, password })}
        hint={<PasswordRules password={typed.password} />}
        error={saying('password')}
      />
      <PasswordField
        id={fieldId('passwordAgain')}
        label={PASSWORD_RULES.again}
        show={PAGES.show}
        use="new-password"
        value={typed.again}
        onChange={(again) => onChange({ ...typed, again })}
        error={saying('passwordAgain') ?? (differs ? PASSWORD_RULES.mismatch : null)}
      />
    </>
  )
}
