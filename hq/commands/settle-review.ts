import type { Loader } from './loader.ts'

export const loadSettleReview: Loader<'review.settle'> = async (tx, centreId, { reviewItemId }) => {
  const item = await tx
    .selectFrom('reviewItem')
    .select(['requestId', 'entryIds', 'paymentId'])
    .where('centreId', '=', centreId)
    .where('id', '=', reviewItemId)
    .forNoKeyUpdate()
    .executeTakeFirst()
  const settlement = await tx
    .selectFrom('reviewSettlement')
    .select('id')
    .where('centreId', '=', centreId)
    .where('reviewItemId', '=', reviewItemId)
    .limit(1)
    .executeTakeFirst()
  return {
    facts: { exists: item !== undefined, settled: settlement !== undefined },
    subject: item ?? { requestId: null, entryIds: [], paymentId: null },
  }
}
