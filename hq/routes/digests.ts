import { BucketAnswer, BucketQuery, BucketsAnswer, BucketsQuery } from '../../contract/hq.ts'
import type { Hq } from '../hq.ts'
import { readBucket, readBuckets } from '../read-buckets.ts'
import { askingDevice } from '../token.ts'
import { answers, needsToken } from './answers.ts'
import type { HqApp } from './hq-app.ts'

/** Where a desk that holds something else than HQ differs: the sums of 256 buckets, then the rows of those that disagree. */
export function digests(app: HqApp, { db, clock }: Hq): void {
  app.get(
    '/v1/digests',
    {
      schema: {
        summary: 'The sum of each bucket of a stream’s rows',
        querystring: BucketsQuery,
        security: needsToken,
        response: answers(BucketsAnswer),
      },
    },
    async (request) => {
      const { centreId } = askingDevice(request)
      return { ...(await readBuckets(db, centreId, request.query.stream)), now: clock.now() }
    },
  )
  app.get(
    '/v1/digests/bucket',
    {
      schema: {
        summary: 'All rows of one bucket',
        querystring: BucketQuery,
        security: needsToken,
        response: answers(BucketAnswer),
      },
    },
    async (request) => {
      const { centreId } = askingDevice(request)
      const { stream, bucket } = request.query
      return { ...(await readBucket(db, centreId, stream, bucket)), now: clock.now() }
    },
  )
}
