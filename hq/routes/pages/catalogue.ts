import { CatalogueAnswer } from '../../../contract/candidate-pages.ts'
import { readCatalogue } from '../../candidates/read-catalogue.ts'
import type { Hq } from '../../hq.ts'
import type { HqApp } from '../hq-app.ts'
import { pageSchema } from './page-answers.ts'

/** What can be asked for, and where: no account is needed to look. */
export function catalogue(app: HqApp, hq: Hq): void {
  app.get('/api/catalogue', { schema: pageSchema(CatalogueAnswer) }, () => readCatalogue(hq))
}
