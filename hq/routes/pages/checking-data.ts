import { CheckDataRequest } from '../../../contract/candidate-pages.ts'
import { checkData } from '../../candidates/check-data.ts'
import type { Hq } from '../../hq.ts'
import { doneOrStop } from '../../page-error.ts'
import type { HqApp } from '../hq-app.ts'
import { doneSchema } from './page-answers.ts'
import { signedIn } from './session-cookie.ts'

/** A candidate finds right what HQ holds of them. */
export function checkingData(app: HqApp, hq: Hq): void {
  app.post('/api/me/data-check', { schema: { ...doneSchema, body: CheckDataRequest } }, async (request) => {
    const { candidateId } = await signedIn(request, hq)
    return doneOrStop(await checkData(hq, { candidateId, ...request.body }))
  })
}
