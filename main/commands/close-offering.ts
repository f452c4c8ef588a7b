import { getRow } from '../../db/rows.ts'
import type { DeskHandler } from './handler.ts'

export const closeOffering: DeskHandler<'offering.close'> = {
  load: async (tx, { offeringId }) => ({ offering: await getRow(tx, 'offering', offeringId) }),
}
