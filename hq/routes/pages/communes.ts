import { CommunesAnswer, CommunesQuery } from '../../../contract/candidate-pages.ts'
import { searchCommunes } from '../../candidates/communes.ts'
import type { Hq } from '../../hq.ts'
import type { HqApp } from '../hq-app.ts'
import { pageSchema } from './page-answers.ts'

/** Where somebody was born, as they type it. */
export function communes(app: HqApp, _hq: Hq): void {
  const schema = { ...pageSchema(CommunesAnswer), querystring: CommunesQuery }
  app.get('/api/communes', { schema }, async ({ query }) => ({ communes: await searchCommunes(query.q) }))
}
