import { ConfirmAnswer, ConfirmRequest } from '../../../contract/candidate-pages.ts'
import { confirmAddress } from '../../candidates/confirm-address.ts'
import type { Hq } from '../../hq.ts'
import { doneOrStop } from '../../page-error.ts'
import type { HqApp } from '../hq-app.ts'
import { pageSchema } from './page-answers.ts'

/** The link of the mail: the address is confirmed, and the request goes to the centre. Signs nobody in. */
export function confirm(app: HqApp, hq: Hq): void {
  const schema = { ...pageSchema(ConfirmAnswer), body: ConfirmRequest }
  app.post('/api/confirm', { schema }, async ({ body }) => doneOrStop(await confirmAddress(hq, body.token)))
}
