import { AskMoreBody } from '../../../contract/candidate-pages.ts'
import { askMore } from '../../candidates/ask-more.ts'
import type { Hq } from '../../hq.ts'
import { doneOrStop } from '../../page-error.ts'
import type { HqApp } from '../hq-app.ts'
import { doneSchema } from './page-answers.ts'
import { signedIn } from './session-cookie.ts'

/** Another request of somebody signed in. */
export function askMoreRequests(app: HqApp, hq: Hq): void {
  app.post('/api/me/requests', { schema: { ...doneSchema, body: AskMoreBody } }, async (request) =>
    doneOrStop(await askMore(hq, await signedIn(request, hq), request.body)),
  )
}
