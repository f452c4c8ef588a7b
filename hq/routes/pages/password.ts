import { ChangePasswordRequest } from '../../../contract/candidate-pages.ts'
import { changePassword } from '../../candidates/passwords.ts'
import type { Hq } from '../../hq.ts'
import { doneOrStop } from '../../page-error.ts'
import type { HqApp } from '../hq-app.ts'
import { limitPasswords } from './limit-passwords.ts'
import { DONE, doneSchema } from './page-answers.ts'
import { signedIn } from './session-cookie.ts'

/** A new password, by somebody signed in who still knows the current one. */
export function password(app: HqApp, hq: Hq): void {
  const limit = limitPasswords(app, hq)
  app.post('/api/me/password', { schema: { ...doneSchema, body: ChangePasswordRequest } }, async (request) => {
    const who = await signedIn(request, hq)
    await limit(request, who.accountId)
    doneOrStop(await changePassword(hq, who, request.body))
    return DONE
  })
}
