import { NoCentreRequest } from '../../../contract/candidate-pages.ts'
import { keepNoCentreRequest } from '../../candidates/no-centre-request.ts'
import type { Hq } from '../../hq.ts'
import { doneOrStop } from '../../page-error.ts'
import type { HqApp } from '../hq-app.ts'
import { DONE, doneSchema } from './page-answers.ts'

/** Nobody runs what is sought there: HQ's staff are told. */
export function noCentre(app: HqApp, hq: Hq): void {
  app.post('/api/no-centre', { schema: { ...doneSchema, body: NoCentreRequest } }, async ({ body }) => {
    doneOrStop(await keepNoCentreRequest(hq, body))
    return DONE
  })
}
