import { sumAllocated } from '../../db/payments.ts'
import { getRows } from '../../db/rows.ts'
import type { DeskHandler } from './handler.ts'

export const release: DeskHandler<'entry.release'> = {
  load: async (tx, { entryIds }) => ({
    entries: await getRows(tx, 'entry', entryIds),
    allocated: await sumAllocated(tx, entryIds),
  }),
}
