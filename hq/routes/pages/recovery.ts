import { RecoverRequest } from '../../../contract/candidate-pages.ts'
import { recover } from '../../candidates/passwords.ts'
import type { Hq } from '../../hq.ts'
import type { HqApp } from '../hq-app.ts'
import { evenly } from './answer-evenly.ts'
import { DONE, doneSchema } from './page-answers.ts'

/** NUC or password lost: the registered address is told. Answered alike whoever asks, and after the same time. */
export function recovery(app: HqApp, hq: Hq): void {
  app.post('/api/recover', { schema: { ...doneSchema, body: RecoverRequest } }, async ({ body }) => {
    await evenly(hq, recover(hq, body.what, body.email))
    return DONE
  })
}
