import { getRow } from '../../db/rows.ts'
import type { Db, Tx } from '../../db/schema.ts'
import { readSyncState } from '../../db/sync-state.ts'

/** Before the first exchange there is no centre, and nothing to list. */
const NOWHERE = 'UTC'

/** The time zone in which days of this centre end. */
export async function readCentreZone(db: Db | Tx): Promise<string> {
  const { centreId } = await readSyncState(db)
  return (centreId && (await getRow(db, 'centre', centreId))?.timeZone) || NOWHERE
}
