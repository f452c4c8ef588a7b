import { decode } from '../db/codec.ts'
import { getRow } from '../db/rows.ts'
import type { Db, Tx } from '../db/schema.ts'
import type { Centre, CentreSettings } from '../domain/catalogue.ts'

/**
 * The centre of this PC. HQ sends every centre's public row but the settings of this one only.
 * @throws before the first exchange is complete: no command can be run then
 */
export async function ownCentre(tx: Db | Tx): Promise<{ centre: Centre; settings: CentreSettings }> {
  const row = await (tx as Db).selectFrom('centreSettings').selectAll().executeTakeFirst()
  const centre = row && (await getRow(tx, 'centre', row.id))
  if (!centre) throw new Error('no centre: the first exchange is not complete')
  return { centre, settings: decode('centreSettings', row) }
}
