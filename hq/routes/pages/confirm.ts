import { ConfirmAnswer, ConfirmRequest } from '../../../contract/candidate-pages.ts'
import { confirmAddress } from '../../candidates/confirm-address.ts'
import type { Hq } from '../../hq.ts'
import { doneOrStop } from '../../page-error.ts'
import type { HqApp } from '../hq-app.ts'
import { limitPasswords } from './limit-passwords.ts'
import { pageSchema } from './page-answers.ts'

/** The link of the mail, and the password of its form: the address is confirmed, and the request goes to the centre. Signs nobody in. */
export function confirm(app: HqApp, hq: Hq): void {
  const schema = { ...pageSchema(ConfirmAnswer), body: ConfirmRequest }
  const limit = limitPasswords(app, hq)
  app.post('/api/confirm', { schema }, async (request) => {
    const { token, password } = request.body
    await limit(request, token)
    return doneOrStop(await confirmAddress(hq, token, password))
  })
}
