import type { Centre, CentreSettings } from '../../domain/catalogue.ts'
import type { Tx } from '../db/open.ts'
import { toValue } from '../db/rows.ts'

/** The centre that asks, with what it decides itself. */
export async function ownCentre(tx: Tx, centreId: string): Promise<{ centre: Centre; settings: CentreSettings }> {
  const centre = await tx.selectFrom('centre').selectAll().where('id', '=', centreId).executeTakeFirstOrThrow()
  const settings = await tx
    .selectFrom('centreSettings')
    .selectAll()
    .where('centreId', '=', centreId)
    .executeTakeFirstOrThrow()
  return { centre: toValue('centre', centre), settings: toValue('centreSettings', settings) }
}
