import {
  AskAddressRequest,
  ChangeAddressAnswer,
  ChangeAddressRequest,
  StopAddressChangeRequest,
} from '../../../contract/candidate-pages.ts'
import { askAddressChange } from '../../candidates/ask-address-change.ts'
import { followAddressLink } from '../../candidates/follow-address-link.ts'
import { hashSecret } from '../../candidates/secret-text.ts'
import { stopAddressChange } from '../../candidates/stop-address-change.ts'
import type { Hq } from '../../hq.ts'
import { doneOrStop } from '../../page-error.ts'
import type { HqApp } from '../hq-app.ts'
import { evenly } from './answer-evenly.ts'
import { limitPasswords } from './limit-passwords.ts'
import { DONE, doneSchema, pageSchema } from './page-answers.ts'
import { sessionOf, signedIn } from './session-cookie.ts'

/** Another mail address: asked by somebody signed in, done by the link at the new address, stopped by the link at the old one. */
export function addressChanges(app: HqApp, hq: Hq): void {
  const limit = limitPasswords(app, hq)
  app.post('/api/me/email', { schema: { ...doneSchema, body: AskAddressRequest } }, async (request) => {
    const who = await signedIn(request, hq)
    await limit(request, who.accountId)
    // What it takes would tell whether the new address has an account.
    doneOrStop(await evenly(hq, askAddressChange(hq, who, request.body)))
    return DONE
  })
  const changeSchema = { ...pageSchema(ChangeAddressAnswer), body: ChangeAddressRequest }
  app.post('/api/change-address', { schema: changeSchema }, async (request) => {
    const session = sessionOf(request)
    return doneOrStop(await followAddressLink(hq, request.body.token, session && hashSecret(session)))
  })
  app.post(
    '/api/stop-address-change',
    { schema: { ...doneSchema, body: StopAddressChangeRequest } },
    async ({ body }) => {
      doneOrStop(await stopAddressChange(hq, body.token))
      return DONE
    },
  )
}
