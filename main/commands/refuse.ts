import { getRows } from '../../db/rows.ts'
import type { DeskHandler } from './handler.ts'

export const refuse: DeskHandler<'entry.refuse'> = {
  load: async (tx, { entryIds }) => ({ entries: await getRows(tx, 'entry', entryIds) }),
}
