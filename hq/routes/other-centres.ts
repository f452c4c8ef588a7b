import { OtherCentresAnswer, OtherCentresQuery } from '../../contract/hq.ts'
import { centresNearby } from '../candidates/centres-nearby.ts'
import type { Hq } from '../hq.ts'
import { HttpError } from '../http-error.ts'
import { askingDevice } from '../token.ts'
import { answers, needsToken } from './answers.ts'
import type { HqApp } from './hq-app.ts'

/** What a centre that refuses somebody can tell them. */
export function otherCentres(app: HqApp, { db, clock }: Hq): void {
  app.get(
    '/v1/other-centres',
    {
      schema: {
        summary: 'The centres nearby that still have seats for a session',
        querystring: OtherCentresQuery,
        security: needsToken,
        response: answers(OtherCentresAnswer),
      },
    },
    async (request) => {
      const { centreId } = askingDevice(request)
      const now = clock.now()
      const centres = await centresNearby(db, { centreId, sessionId: request.query.session }, now)
      if (!centres) throw new HttpError('not-found')
      return { centres, now }
    },
  )
}
