import { passwordFaults } from '../../domain/password.ts'
import { PASSWORD_RULES } from '../../text/pages/account.ts'
import type { SaidFault } from './error-summary.tsx'

/** A new password typed twice. It lives in the page's memory only. */
export type TypedPassword = { password: string; again: string }
export const NO_PASSWORD: TypedPassword = { password: '', again: '' }

/** What is wrong with it, field by field, in words. */
export function newPasswordFaults({ password, again }: TypedPassword): SaidFault[] {
  if (passwordFaults(password).length > 0) return [{ field: 'password', sentence: PASSWORD_RULES.notYet }]
  return password === again ? [] : [{ field: 'passwordAgain', sentence: PASSWORD_RULES.mismatch }]
}
