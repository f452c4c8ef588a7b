import { ChangesAnswer, ChangesQuery } from '../../contract/hq.ts'
import { headsOf } from '../feed.ts'
import type { Hq } from '../hq.ts'
import { HttpError } from '../http-error.ts'
import { readChanges } from '../read-changes.ts'
import { askingDevice } from '../token.ts'
import { answers, needsToken } from './answers.ts'
import type { HqApp } from './hq-app.ts'

/** What happened in `common` and in the device's own centre after a cursor. */
export function changes(app: HqApp, { db, clock }: Hq): void {
  app.get(
    '/v1/changes',
    {
      schema: {
        summary: 'What happened after a cursor',
        querystring: ChangesQuery,
        security: needsToken,
        response: answers(ChangesAnswer),
      },
    },
    async (request) => {
      const { centreId } = askingDevice(request)
      const { common, centre, limit } = request.query
      const heads = await headsOf(db, centreId)
      // A cursor ahead of HQ means that HQ was restored or replaced. « Nothing new » would let the two part for good.
      if (common > heads.common || centre > heads.centre) throw new HttpError('bad-request', 'cursor-ahead')
      return { ...(await readChanges(db, centreId, { common, centre }, limit)), now: clock.now() }
    },
  )
}
