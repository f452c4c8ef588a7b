import { ChangeNirRequest } from '../../../contract/candidate-pages.ts'
import { changeNir } from '../../candidates/change-nir.ts'
import type { Hq } from '../../hq.ts'
import { doneOrStop } from '../../page-error.ts'
import type { HqApp } from '../hq-app.ts'
import { evenly } from './answer-evenly.ts'
import { limitPasswords } from './limit-passwords.ts'
import { doneSchema } from './page-answers.ts'
import { signedIn } from './session-cookie.ts'

/** The NIR of somebody signed in, given or taken back. */
export function nir(app: HqApp, hq: Hq): void {
  const limit = limitPasswords(app, hq)
  app.post('/api/me/nir', { schema: { ...doneSchema, body: ChangeNirRequest } }, async (request) => {
    const who = await signedIn(request, hq)
    await limit(request, who.accountId)
    return doneOrStop(await evenly(hq, changeNir(hq, who, request.body)))
  })
}
