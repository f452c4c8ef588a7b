import { ResetPasswordRequest } from '../../../contract/candidate-pages.ts'
import { StaffSignInRequest } from '../../../contract/staff-pages.ts'
import type { Hq } from '../../hq.ts'
import { doneOrStop } from '../../page-error.ts'
import { choosePassword, signInStaff } from '../../staff/staff-passwords.ts'
import { closeStaffSession } from '../../staff/staff-sessions.ts'
import type { HqApp } from '../hq-app.ts'
import { limitPasswords } from '../pages/limit-passwords.ts'
import { DONE, doneSchema } from '../pages/page-answers.ts'
import { clearStaffCookie, setStaffCookie, staffSecretOf } from './staff-cookie.ts'

/** All that staff may do without being signed in. Answered alike whether the address or the password is wrong. */
export function staffSigningIn(app: HqApp, hq: Hq): void {
  const limit = limitPasswords(app, hq)
  app.post('/api/siege/sign-in', { schema: { ...doneSchema, body: StaffSignInRequest } }, async (request, reply) => {
    const { email, password } = request.body
    await limit(request, email)
    const { secret } = doneOrStop(await signInStaff(hq, email, password))
    const before = staffSecretOf(request)
    if (before !== null) await closeStaffSession(hq.db, before)
    setStaffCookie(reply, hq, secret)
    return DONE
  })
  app.post('/api/siege/sign-out', { schema: doneSchema }, async (request, reply) => {
    const secret = staffSecretOf(request)
    if (secret !== null) await closeStaffSession(hq.db, secret)
    clearStaffCookie(reply, hq)
    return DONE
  })
  app.post('/api/siege/reset', { schema: { ...doneSchema, body: ResetPasswordRequest } }, async ({ body }) => {
    doneOrStop(await choosePassword(hq, body.token, body.password))
    return DONE
  })
}
