import { CentresAnswer, CentresQuery } from '../../../contract/candidate-pages.ts'
import { findCentres } from '../../candidates/find-centres.ts'
import type { Hq } from '../../hq.ts'
import { doneOrStop, PageProblem } from '../../page-error.ts'
import type { HqApp } from '../hq-app.ts'
import { pageSchema } from './page-answers.ts'

const MOST_EXAMS = 20

/** The centres that run all of the exams wanted. */
export function centres(app: HqApp, hq: Hq): void {
  const schema = { ...pageSchema(CentresAnswer), querystring: CentresQuery }
  app.get('/api/centres', { schema }, async ({ query }) => {
    const examIds = [...new Set(query.exams.split(','))]
    if (examIds.length > MOST_EXAMS) throw new PageProblem('bad-request', '/exams')
    const sought = { sessionId: query.session, examIds, department: query.department.toUpperCase() }
    return doneOrStop(await findCentres(hq.db, sought))
  })
}
