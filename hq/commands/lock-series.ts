import type { Tx } from '../db/open.ts'
import { isSameOrigin } from '../device-line.ts'

/**
 * Locks a series of papers, before anything else of a paper, until the transaction ends: of two papers with one number, judged at the
 * same instant for two copies of a PC, the second sees the first.
 * @returns `ownSeries`: whether it is a series of the PC behind this device, under whichever identity. A paper numbered under one that a
 * restored backup knows nothing of is the PC's own all the same.
 */
export async function lockSeries(
  tx: Tx,
  centreId: string,
  deviceId: string,
  series: string,
): Promise<{ ownSeries: boolean }> {
  const bearer = await tx
    .selectFrom('device')
    .select('id')
    .where('centreId', '=', centreId)
    .where('series', '=', series)
    .forNoKeyUpdate()
    .executeTakeFirst()
  return { ownSeries: bearer !== undefined && (await isSameOrigin(tx, bearer.id, deviceId)) }
}
