import { getRows } from '../../db/rows.ts'
import { ownCentre } from '../own-centre.ts'
import type { DeskHandler } from './handler.ts'

export const extend: DeskHandler<'entry.extend'> = {
  load: async (tx, { entryIds }) => ({ ...(await ownCentre(tx)), entries: await getRows(tx, 'entry', entryIds) }),
}
