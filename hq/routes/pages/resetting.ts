import { ResetPasswordRequest } from '../../../contract/candidate-pages.ts'
import { resetPassword } from '../../candidates/passwords.ts'
import type { Hq } from '../../hq.ts'
import { doneOrStop } from '../../page-error.ts'
import type { HqApp } from '../hq-app.ts'
import { DONE, doneSchema } from './page-answers.ts'

/** A new password, by the link of the mail. */
export function resetting(app: HqApp, hq: Hq): void {
  app.post('/api/reset-password', { schema: { ...doneSchema, body: ResetPasswordRequest } }, async ({ body }) => {
    doneOrStop(await resetPassword(hq, body.token, body.password))
    return DONE
  })
}
