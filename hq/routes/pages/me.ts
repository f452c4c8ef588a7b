import { MeAnswer } from '../../../contract/candidate-pages.ts'
import { readMe } from '../../candidates/read-me.ts'
import type { Hq } from '../../hq.ts'
import type { HqApp } from '../hq-app.ts'
import { pageSchema } from './page-answers.ts'
import { signedIn } from './session-cookie.ts'

/** « Mon espace ». */
export function me(app: HqApp, hq: Hq): void {
  app.get('/api/me', { schema: pageSchema(MeAnswer) }, async (request) => readMe(hq, await signedIn(request, hq)))
}
