import { countUsedSeats } from '../../db/entries.ts'
import { getRow } from '../../db/rows.ts'
import type { DeskHandler } from './handler.ts'

export const setSeats: DeskHandler<'offering.set-seats'> = {
  load: async (tx, { offeringId }) => ({
    offering: await getRow(tx, 'offering', offeringId),
    used: (await countUsedSeats(tx, [offeringId])).get(offeringId) ?? 0,
  }),
}
