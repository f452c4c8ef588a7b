import { getRow } from '../../db/rows.ts'
import { ownCentre } from '../own-centre.ts'
import type { DeskHandler } from './handler.ts'

export const cancelSitting: DeskHandler<'sitting.cancel'> = {
  load: async (tx, { sittingId }) => ({
    sitting: await getRow(tx, 'sitting', sittingId),
    timeZone: (await ownCentre(tx)).centre.timeZone,
  }),
}
