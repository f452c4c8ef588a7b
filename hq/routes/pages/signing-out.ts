import { closeSession } from '../../candidates/account-sessions.ts'
import type { Hq } from '../../hq.ts'
import type { HqApp } from '../hq-app.ts'
import { DONE, doneSchema } from './page-answers.ts'
import { clearSession, sessionOf } from './session-cookie.ts'

/** Ends this session; done as well when there is none any more. */
export function signingOut(app: HqApp, hq: Hq): void {
  app.post('/api/sign-out', { schema: doneSchema }, async (request, reply) => {
    const secret = sessionOf(request)
    if (secret !== null) await closeSession(hq.db, secret)
    clearSession(reply, hq)
    return DONE
  })
}
