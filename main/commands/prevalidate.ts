import { countUsedSeats, listSittingDates } from '../../db/entries.ts'
import { getRows } from '../../db/rows.ts'
import { ownCentre } from '../own-centre.ts'
import type { DeskHandler } from './handler.ts'

export const prevalidate: DeskHandler<'entry.prevalidate'> = {
  load: async (tx, { entryIds }) => {
    const entries = await getRows(tx, 'entry', entryIds)
    const offeringIds = [...new Set(entries.flatMap(({ offeringId }) => offeringId ?? []))]
    return {
      ...(await ownCentre(tx)),
      entries,
      offerings: await getRows(tx, 'offering', offeringIds),
      used: await countUsedSeats(tx, offeringIds),
      sittingDates: await listSittingDates(tx, offeringIds),
    }
  },
}
