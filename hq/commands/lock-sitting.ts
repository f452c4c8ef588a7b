import type { Sitting } from '../../domain/catalogue.ts'
import type { Tx } from '../db/open.ts'
import { toValue } from '../db/rows.ts'

/** A sitting of this centre, locked: between two PCs that change it, the second sees what the first made. Null when there is none. */
export async function lockSitting(tx: Tx, centreId: string, id: string): Promise<Sitting | null> {
  const row = await tx
    .selectFrom('sitting')
    .selectAll()
    .where('centreId', '=', centreId)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  return row ? toValue('sitting', row) : null
}
