import { SignInRequest } from '../../../contract/candidate-pages.ts'
import { closeSession } from '../../candidates/account-sessions.ts'
import { signIn } from '../../candidates/sign-in.ts'
import type { Hq } from '../../hq.ts'
import { doneOrStop } from '../../page-error.ts'
import type { HqApp } from '../hq-app.ts'
import { limitPasswords } from './limit-passwords.ts'
import { DONE, doneSchema } from './page-answers.ts'
import { sessionOf, setSession } from './session-cookie.ts'

/** By the NUC or the confirmed address. Answered alike whether the login or the password is wrong. */
export function signingIn(app: HqApp, hq: Hq): void {
  const limit = limitPasswords(app, hq)
  app.post('/api/sign-in', { schema: { ...doneSchema, body: SignInRequest } }, async (request, reply) => {
    const { login, password } = request.body
    await limit(request, login)
    const { secret } = doneOrStop(await signIn(hq, login, password))
    const before = sessionOf(request)
    if (before !== null) await closeSession(hq.db, before)
    setSession(reply, hq, secret)
    return DONE
  })
}
