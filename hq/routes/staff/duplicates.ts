import { DuplicatesAnswer, SettleDuplicateAnswer, SettleDuplicateRequest } from '../../../contract/staff-pages.ts'
import type { Hq } from '../../hq.ts'
import { doneOrStop } from '../../page-error.ts'
import { readDuplicates } from '../../staff/read-duplicates.ts'
import { settleDuplicate } from '../../staff/settle-duplicate.ts'
import type { HqApp } from '../hq-app.ts'
import { pageSchema } from '../pages/page-answers.ts'
import { staffMember } from './staff-cookie.ts'

/** Records that may be one person's. */
export function staffDuplicates(app: HqApp, hq: Hq): void {
  app.get('/api/siege/duplicates', { schema: pageSchema(DuplicatesAnswer) }, () => readDuplicates(hq))
  const schema = { ...pageSchema(SettleDuplicateAnswer), body: SettleDuplicateRequest }
  app.post('/api/siege/duplicates/settle', { schema }, async (request) =>
    doneOrStop(await settleDuplicate(hq, staffMember(request), request.body)),
  )
}
