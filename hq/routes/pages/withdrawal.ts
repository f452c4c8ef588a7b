import { WithdrawRequest } from '../../../contract/candidate-pages.ts'
import { withdrawEntry } from '../../candidates/withdraw-entry.ts'
import type { Hq } from '../../hq.ts'
import { PageProblem } from '../../page-error.ts'
import type { HqApp } from '../hq-app.ts'
import { DONE, doneSchema } from './page-answers.ts'
import { signedIn } from './session-cookie.ts'

/** A candidate gives up an exam of their own; another's is not found. */
export function withdrawal(app: HqApp, hq: Hq): void {
  app.post('/api/me/withdraw', { schema: { ...doneSchema, body: WithdrawRequest } }, async (request) => {
    const { candidateId } = await signedIn(request, hq)
    const done = await withdrawEntry(hq, request.body.entryId, candidateId)
    if (done === 'not-found') throw new PageProblem('not-found')
    if (done === 'wrong-status') throw new PageProblem('not-withdrawable')
    return DONE
  })
}
