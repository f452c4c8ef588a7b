import { listOnAccount } from '../../db/entries.ts'
import { sumAllocated } from '../../db/payments.ts'
import { getRows } from '../../db/rows.ts'
import type { DeskHandler } from './handler.ts'

export const confirm: DeskHandler<'entry.confirm'> = {
  load: async (tx, { entryIds }) => ({
    entries: await getRows(tx, 'entry', entryIds),
    allocated: await sumAllocated(tx, entryIds),
    onAccount: await listOnAccount(tx, entryIds),
  }),
}
