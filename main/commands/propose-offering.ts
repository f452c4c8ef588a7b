import { getRow } from '../../db/rows.ts'
import type { DeskHandler } from './handler.ts'

export const proposeOffering: DeskHandler<'entry.propose-offering'> = {
  load: async (tx, { entryId, offeringId }) => ({
    entry: await getRow(tx, 'entry', entryId),
    offering: offeringId === null ? null : await getRow(tx, 'offering', offeringId),
  }),
}
