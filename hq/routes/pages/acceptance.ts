import { AcceptOfferingRequest } from '../../../contract/candidate-pages.ts'
import { acceptOffering } from '../../candidates/accept-offering.ts'
import type { Hq } from '../../hq.ts'
import { PageProblem } from '../../page-error.ts'
import type { HqApp } from '../hq-app.ts'
import { DONE, doneSchema } from './page-answers.ts'
import { signedIn } from './session-cookie.ts'

/** A candidate accepts the other software that the centre proposed. */
export function acceptance(app: HqApp, hq: Hq): void {
  app.post('/api/me/accept-offering', { schema: { ...doneSchema, body: AcceptOfferingRequest } }, async (request) => {
    const { candidateId } = await signedIn(request, hq)
    const accepted = await acceptOffering(hq, { candidateId, ...request.body })
    if (accepted === 'not-found') throw new PageProblem('not-found')
    if (accepted !== 'accepted') throw new PageProblem('not-run-there')
    return DONE
  })
}
