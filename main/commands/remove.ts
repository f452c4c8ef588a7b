import { getRows } from '../../db/rows.ts'
import type { DeskHandler } from './handler.ts'

export const remove: DeskHandler<'entry.remove'> = {
  load: async (tx, { entryIds }) => ({ entries: await getRows(tx, 'entry', entryIds) }),
}
