import { ModifyBody } from '../../../contract/candidate-pages.ts'
import { modifyRequest } from '../../candidates/modify-request.ts'
import type { Hq } from '../../hq.ts'
import { doneOrStop } from '../../page-error.ts'
import type { HqApp } from '../hq-app.ts'
import { doneSchema } from './page-answers.ts'
import { signedIn } from './session-cookie.ts'

/** A candidate changes a request of their own: its next version. Another's is not found. */
export function modification(app: HqApp, hq: Hq): void {
  app.post('/api/me/modify', { schema: { ...doneSchema, body: ModifyBody } }, async (request) =>
    doneOrStop(await modifyRequest(hq, await signedIn(request, hq), request.body)),
  )
}
