import type { CentreSettings } from '../../domain/catalogue.ts'
import type { Tx } from '../db/open.ts'
import { toValue } from '../db/rows.ts'

/** What a centre decides of itself, locked: two people who change it at once each see what the other made. */
export async function lockSettings(tx: Tx, centreId: string): Promise<CentreSettings> {
  const row = await tx
    .selectFrom('centreSettings')
    .selectAll()
    .where('centreId', '=', centreId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow()
  return toValue('centreSettings', row)
}
