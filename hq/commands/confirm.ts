import type { Loader } from './loader.ts'
import { lockEntries } from './lock-entries.ts'
import { readAllocated, requestOf } from './standing-payments.ts'

export const loadConfirm: Loader<'entry.confirm'> = async (tx, centreId, { entryIds }) => {
  const entries = await lockEntries(tx, centreId, entryIds)
  const covered = await tx
    .selectFrom('entry')
    .innerJoin('request', (join) =>
      join.onRef('request.id', '=', 'entry.requestId').onRef('request.centreId', '=', 'entry.centreId'),
    )
    .innerJoin('organisation', (join) =>
      join
        .onRef('organisation.id', '=', 'request.organisationId')
        .onRef('organisation.centreId', '=', 'request.centreId'),
    )
    .select('entry.id')
    .where('entry.centreId', '=', centreId)
    .where('entry.id', 'in', entryIds)
    .where('organisation.onAccount', '=', true)
    .execute()
  return {
    facts: {
      entries,
      allocated: await readAllocated(tx, centreId, entryIds),
      onAccount: new Set(covered.map(({ id }) => id)),
    },
    subject: { requestId: await requestOf(tx, centreId, entryIds), entryIds, paymentId: null },
  }
}
