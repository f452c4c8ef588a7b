import { PASSWORD_FAULTS, type PasswordFault, passwordFaults } from '../../domain/password.ts'
import { Icon } from '../../kit/icons.tsx'
import { PASSWORD_RULES } from '../../text/pages/account.ts'

/** Rules that a password as typed breaks only by being too long are not worth a line until it is. */
const SHOWN_WHEN_BROKEN: readonly PasswordFault[] = ['too-long']

/** What a password is made of, each rule with whether it is met so far. */
export function PasswordRules({ password }: { password: string }) {
  const faults = passwordFaults(password)
  const rules = PASSWORD_FAULTS.filter((rule) => faults.includes(rule) || !SHOWN_WHEN_BROKEN.includes(rule))
  return (
    <ul className="rules">
      {rules.map((rule) => {
        const met = !faults.includes(rule)
        return (
          <li key={rule} className={met ? 'met' : ''}>
            <Icon name={met ? 'check' : 'arrow'} size={14} />
            <span>
              {PASSWORD_RULES.rules[rule]}
              <span className="visually-hidden"> {met ? PASSWORD_RULES.met : PASSWORD_RULES.missing}</span>
            </span>
          </li>
        )
      })}
    </ul>
  )
}
