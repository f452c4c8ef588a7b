import { getRow } from '../../db/rows.ts'
import { newId } from './context.ts'
import type { DeskHandler } from './handler.ts'

export const settleReview: DeskHandler<'review.settle'> = {
  complete: async (_tx, draft, context) => ({
    choice: 'handled',
    note: null,
    ...draft,
    settlementId: newId(context),
    settledAt: context.clock.now(),
  }),
  load: async (tx, { reviewItemId }) => ({
    exists: (await getRow(tx, 'reviewItem', reviewItemId)) !== null,
    settled:
      (await tx
        .selectFrom('reviewSettlement')
        .select('id')
        .where('reviewItemId', '=', reviewItemId)
        .executeTakeFirst()) !== undefined,
  }),
}
