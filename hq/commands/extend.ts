import type { Loader } from './loader.ts'
import { lockEntries } from './lock-entries.ts'
import { ownCentre } from './own-centre.ts'

export const loadExtend: Loader<'entry.extend'> = async (tx, centreId, { requestId, entryIds }) => ({
  facts: { ...(await ownCentre(tx, centreId)), entries: await lockEntries(tx, centreId, entryIds) },
  subject: { requestId, entryIds, paymentId: null },
})
